/** What came of something that people may get wrong. An error is one line: what, and where. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

export const right = <T>(value: T): Result<T> => ({ ok: true, value });
export const fault = (error: string): Result<never> => ({ ok: false, error });

// Not `then`: a module that exports that name is a promise to whoever imports it dynamically, and never resolves.
export const andThen = <T, U>(result: Result<T>, next: (value: T) => Result<U>): Result<U> =>
  result.ok ? next(result.value) : result;

/** The result of something that throws what was wrong, such as reading JSON. */
export function attempt<T>(work: () => T): Result<T> {
  try {
    return right(work());
  } catch (error) {
    return fault(error instanceof Error ? error.message : String(error));
  }
}
