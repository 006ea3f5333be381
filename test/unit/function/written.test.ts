import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { showIn } from '../../../src/app/session/answering.ts';
import { FUNCTION, gradientOf, newNotes, viewOf } from '../../../src/app/functions/view.ts';
import { shown } from '../../../src/core/expressions/digits.ts';
import type { Expr } from '../../../src/core/expressions/expr.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { text } from '../../../src/core/expressions/text.ts';
import { FUNCTION_WORDS, readFunction } from '../../../src/tutor/answer/functions.ts';
import { readAnswer, type Answer } from '../../../src/tutor/answer/read.ts';
import { beliefAt, checkAll, scopeOf } from '../../../src/tutor/checking/check.ts';
import type { Typed } from '../../../src/tutor/checking/typed.ts';
import { judge } from '../../../src/tutor/checking/judge.ts';
import { readFunctionText, type FunctionPass } from '../../../src/tutor/function/exercise.ts';
import { parseFunctionFile } from '../../../src/tutor/function/file.ts';
import { inputsIn } from '../../../src/tutor/function/inputs.ts';
import { workedAnswer } from '../../../src/tutor/hints.ts';
import { ladderOf } from '../../../src/tutor/ladder.ts';
import { partlyWorked } from '../../../src/tutor/partly-worked.ts';
import { exactValue } from '../../../src/tutor/pass.ts';
import { keptValue } from '../../../src/tutor/written.ts';

// Whatever the tutor writes at a step of a function is an answer like any other: it is read, and it is right.

const NO_WORDS = { where: '', principle: '', reason: '' };

/** What is at a step: what "Show me" writes, the same typed by a learner, or the value to as many digits as are asked for. */
type Typing = 'ours' | 'shown' | 'rounded';

/** Everything that is written at every step, one after the other, which is not read back and accepted. */
function notAccepted(pass: FunctionPass, typing: (place: number) => Typing): readonly string[] {
  const typed = new Map<string, string | Typed>();
  const values = new Map(pass.givens.map((given) => [idOf(given), exactValue(pass, idOf(given))]));
  const faults: string[] = [];
  for (const [place, step] of pass.steps.entries()) {
    const belief = beliefAt(pass, step.id, typed);
    const read = (line: string): Answer | undefined => {
      const reading = readAnswer(line, scopeOf(pass, step, belief));
      return reading.kind === 'answer' ? reading.answer : undefined;
    };
    const isAccepted = (line: string): boolean => {
      const answer = read(line);
      return answer !== undefined && judge(pass, step, answer, belief).judgement.verdict === 'correct';
    };
    const worked = workedAnswer(pass, step, values);
    const hints = ladderOf(pass, step, 'name', values, NO_WORDS).flatMap((rung) =>
      'expr' in rung && rung.kind !== 'worked' ? [text(rung.expr)] : [],
    );
    const part = partlyWorked(pass, step, values);
    const written = new Set([worked, ...hints, ...(part ? [text(part.rest)] : [])]);
    faults.push(...[...written].filter((line) => !isAccepted(line)).map((line) => `${step.id}: ${line}`));
    const isOurs = typing(place) === 'ours';
    const given = typing(place) === 'rounded' ? shown(exactValue(pass, step.id)) : worked;
    const answer = read(given);
    typed.set(step.id, isOurs ? { typed: given, origin: 'shown' } : given);
    if (isOurs) {
      // Whatever was rounded before, it stands for what it is.
      const stands = checkAll(pass, typed).get(step.id);
      const value = stands?.verdict === 'correct' ? shown(stands.answer.value) : '';
      if (value !== shown(exactValue(pass, step.id)))
        faults.push(`${step.id}: ${worked} stands for ${value}`);
      values.set(step.id, exactValue(pass, step.id));
      continue;
    }
    const kept = answer ? keptValue(answer, exactValue(pass, step.id)) : Number.NaN;
    // Where the learner's own rounding has cancelled all there is, nothing more can follow.
    if (kept === 0 && exactValue(pass, step.id) !== 0) break;
    values.set(step.id, kept);
  }
  return faults;
}

/** Below 10⁻³⁰⁰ a float holds fewer digits than are asked for. */
const isHeld = (value: number): boolean => value === 0 || Math.abs(value) > 1e-300;

const FOLDER = 'examples/functions';
test.each(readdirSync(FOLDER))('in %s', (name) => {
  const parsed = parseFunctionFile(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')));
  if (!parsed.ok) throw new Error(name);
  expect(notAccepted(parsed.value.pass, () => 'ours')).toEqual([]);
  expect(notAccepted(parsed.value.pass, () => 'shown')).toEqual([]);
  expect(notAccepted(parsed.value.pass, () => 'rounded')).toEqual([]);
});

/** Large, small, as good as none, and with more digits than are shown. */
const numbers = fc.oneof(
  fc.constantFrom(0, 1, -1, 2, 0.5, -0.5, 3, -3, 40, -40, 300, -300, 0.123456789, -0.987654321, 1234567),
  fc.constantFrom(1e-5, -1e-5, 1e-12, 1e10, -1e10, 1e100),
  fc.integer({ min: -300, max: 300 }).map((n) => n / 100),
  fc.double({ min: -20, max: 20, noNaN: true }),
);

/** Two numbers; also such that are one number as the page shows them. */
const pairs = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(numbers, numbers) },
  fc.tuple(numbers, fc.constantFrom(0, 1e-9, -1e-7, 1e-4)).map(([x, by]) => [x, x * (1 + by)] as const),
);

/** The largest number of arguments that a function is called with here. */
const MOST = 3;
const argumentsOf = (word: string): readonly number[] => {
  const { application } = readFunction(`${word}(`, 0)!;
  return [application.arguments, ...(application.orMore ? [MOST] : [])];
};
const CALLS = FUNCTION_WORDS.flatMap((word) => argumentsOf(word).map((count) => ({ word, count })));

/** A formula as it is typed, for each kind of expression. */
type Kinds = Readonly<Record<Expr['kind'], fc.Arbitrary<string>>>;
const formulas = (names: readonly string[]): fc.Arbitrary<string> =>
  fc.letrec<{ formula: string }>((tie) => {
    const part = tie('formula');
    const parts = fc.array(part, { minLength: 2, maxLength: 3 });
    const kinds: Kinds = {
      number: fc.constantFrom('0', '1', '2', '3', '0.5', '0.1'),
      quantity: fc.constantFrom(...names),
      sum: fc.tuple(parts, fc.constantFrom(' + ', ' - ')).map(([terms, sign]) => `(${terms.join(sign)})`),
      product: parts.map((factors) => factors.join('*')),
      quotient: fc.tuple(part, part).map(([above, below]) => `((${above})/(${below}))`),
      negation: part.map((operand) => `(-${operand})`),
      power: fc
        .tuple(part, fc.oneof(fc.constantFrom('2', '3', '-1', '0.5'), part))
        .map(([base, exponent]) => `((${base})^(${exponent}))`),
      call: fc
        .constantFrom(...CALLS)
        .chain(({ word, count }) =>
          fc.array(part, { minLength: count, maxLength: count }).map((args) => `${word}(${args.join('; ')})`),
        ),
    };
    const { number, quantity, ...inner } = kinds;
    return {
      formula: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        { weight: 3, arbitrary: quantity },
        number,
        ...Object.values(inner),
        inner.call,
      ),
    };
  }).formula;

type Drawn = { lines: string[]; inputs: Readonly<Record<string, number>>; typing: Typing[] };
const drawn: fc.Arbitrary<Drawn> = fc
  .tuple(
    formulas(['x', 'y']),
    formulas(['x', 'y', 'u', 'u']),
    pairs,
    fc.array(fc.constantFrom<Typing>('ours', 'shown', 'rounded')),
  )
  .map(([first, last, [x, y], typing]) => {
    const lines = [...(last.includes('u') ? [`u = ${first}`] : []), `f = ${last}`];
    const inputs = Object.fromEntries(inputsIn(lines).map((name) => [name, name === 'x' ? x : y]));
    return { lines, inputs, typing };
  });

/** Found by this law before. */
const FOUND: [Drawn][] = [
  [{ lines: ['f = max(x, y, x+y)'], inputs: { x: 1e-12, y: 1234567 }, typing: ['shown', 'shown', 'shown'] }],
  [
    {
      lines: ['u = x', 'f = x - min(u, y, x)'],
      inputs: { x: -1.2513894e-9, y: 3 },
      typing: ['shown', 'shown'],
    },
  ],
  [{ lines: ['u = tanh(x)', 'f = u*x'], inputs: { x: 5.7e-53 }, typing: [] }],
  [{ lines: ['u = -cos(x)', 'f = u*x'], inputs: { x: 0 }, typing: [] }],
  [{ lines: ['u = sigmoid(-x*x)', 'f = u'], inputs: { x: -1.44 }, typing: ['rounded', 'rounded', 'shown'] }],
  [{ lines: ['u = log(x - y)', 'f = u'], inputs: { x: -1e-5, y: -1.000000001e-5 }, typing: ['shown'] }],
  [
    {
      lines: ['u = x', 'f = -min(u; x; y/u)'],
      inputs: { x: 0.123456789, y: 1e100 },
      typing: ['rounded', 'shown', 'shown', 'shown', 'shown', 'shown'],
    },
  ],
  [{ lines: ['u = pdf(x)', 'f = u'], inputs: { x: 1.1093083429380746e-282 }, typing: [] }],
];

test('in functions of every operation', () => {
  fc.assert(
    fc.property(drawn, ({ lines, inputs, typing }) => {
      const read = readFunctionText({ lines, inputs });
      fc.pre(read.ok && [...read.value.values.values()].every(isHeld));
      expect(notAccepted(read.value, (place) => typing[place] ?? 'rounded')).toEqual([]);
    }),
    { numRuns: 150, maxSkipsPerRun: 100, examples: FOUND },
  );
});

test('with Show me alone, the last digit is that of the exact value', () => {
  const lines = ['p = sigmoid(w*x)', 'L = -t*ln(p)-(1-t)*ln(1-p)'];
  const read = readFunctionText({ lines, inputs: { w: 0.7, x: 2, t: 0.3 } });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const pass = read.value;
  let work = newNotes();
  for (let view = viewOf(pass, work); view.step !== undefined; view = viewOf(pass, work))
    ({ work } = showIn(FUNCTION, view, 0));
  const slope = gradientOf(viewOf(pass, work)).slopes.find(({ id }) => id === 'dL/dw');
  // (σ(1.4) − 0.3)·2, as any calculator has it.
  expect(slope?.value).toBe('1.004');
  const ids = [...viewOf(pass, work).cells];
  for (const [id, cell] of ids.filter(([id]) => !(id in pass.function.inputs)))
    expect(cell, id).toBe(shown(exactValue(pass, id)));
});
