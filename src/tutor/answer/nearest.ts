/** The fewest letters to insert, delete, replace or swap with their neighbour that turn one word into the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? Infinity) + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}

/** The word most like the one given, if any is like it: at most a third of its letters differ. */
export function nearest(name: string, words: readonly string[]): string | undefined {
  const most = Math.min(2, Math.floor(name.length / 3));
  if (most === 0 || name.length > 40) return undefined;
  let best: { word: string; far: number } | undefined;
  for (const word of words) {
    if (Math.abs(word.length - name.length) > most) continue;
    const far = distance(name.toLowerCase(), word.toLowerCase());
    if (far <= most && far < (best?.far ?? Infinity)) best = { word, far };
  }
  return best?.word;
}
