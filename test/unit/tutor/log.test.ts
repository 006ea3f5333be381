import { expect, test } from 'vitest';
import type { Attempt, HintOpened } from '../../../src/tutor/log.ts';
import { eventsOf, hintsSeen } from '../../../src/tutor/tries.ts';

const attempt = (typed: string): Attempt => ({
  ...{ at: 0, pass: 1, step: 'z[1][1]', typed },
  ...{ origin: 'typed', verdict: 'wrong', hints: 0 },
});
const hint = (after: number, rung = 1, step = 'z[1][1]'): HintOpened => ({
  ...{ at: 0, pass: 1, step, rung, after },
});

const inWords = (log: readonly Attempt[], hints: readonly HintOpened[]): string =>
  eventsOf(log, hints)
    .map((event) => (event.kind === 'hint' ? `hint ${event.hint.rung}` : event.attempt.typed))
    .join(', ');

test('Attempts and hints stand in the order in which they happened, whatever the clock says', () => {
  const log = [attempt('a'), attempt('b')];
  expect(inWords(log, [hint(0, 1), hint(1, 2), hint(1, 3), hint(2, 4)])).toBe(
    'hint 1, a, hint 2, hint 3, b, hint 4',
  );
  expect(inWords([], [hint(0)])).toBe('hint 1');
  expect(inWords(log, [])).toBe('a, b');
});

test('A hint that claims to come after more attempts than there are comes last', () => {
  expect(inWords([attempt('a')], [hint(99)])).toBe('a, hint 1');
});

test('Hints of a step count wherever else one has been in between', () => {
  const hints = [hint(0, 1), hint(0, 2), hint(1, 1, 'a[1][1]')];
  expect(hintsSeen(hints, 1, 'z[1][1]')).toBe(2);
  expect(hintsSeen(hints, 2, 'z[1][1]')).toBe(0);
});
