/** Steps by their numbers, in their order: "20–22, 24". */
export function runsOf(steps: readonly number[]): string {
  const firsts = steps.filter((step) => !steps.includes(step - 1));
  const runs = firsts.map((first) => {
    let last = first;
    while (steps.includes(last + 1)) last += 1;
    return first === last ? String(first) : `${first}–${last}`;
  });
  return runs.join(', ');
}
