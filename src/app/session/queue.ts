/**
 * Does one thing after the other, and at once where none is under way. What is thrown is for who has asked: the others
 * go on.
 */
export function createQueue() {
  /** Settles with the last of them; undefined where none is under way. */
  let last: Promise<void> | undefined;

  return <R>(job: () => R | Promise<R>): R | Promise<R> => {
    const result = last ? last.then(job) : job();
    if (result instanceof Promise) {
      const over = (): void => {
        if (last === settled) last = undefined;
      };
      const settled = result.then(over, over);
      last = settled;
    }
    return result;
  };
}
