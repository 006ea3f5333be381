import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { guideOf } from '../../../src/app/trainer/guide.ts';
import { helpFor, nextHint } from '../../../src/app/session/help.ts';
import { headingOf, namesOf, deskOf } from '../../../src/app/session/desk.ts';
import { voiceOf } from '../../../src/app/session/voice.ts';
import { shortText } from '../../../src/core/expressions/text.ts';
import { spoken } from '../../../src/core/expressions/speech.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { useNotation } from '../../../src/core/notation/naming.ts';
import { DEFAULT_NOTATION, type Notation } from '../../../src/core/notation/notation.ts';
import { CODE_FORMS, exportPass, formsFor } from '../../../src/export/code/exporters.ts';
import { checkAll } from '../../../src/tutor/checking/check.ts';
import { conventions } from '../../../src/tutor/messages/en/conventions.ts';
import { en } from '../../../src/tutor/messages/en/index.ts';
import { mistakes } from '../../../src/tutor/messages/en/mistakes.ts';
import type { MistakeId } from '../../../src/tutor/mistakes/index.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { newWork } from '../../../src/app/session/work.ts';
import { MAZUR } from '../support/exercises.ts';
import { exercises } from '../support/networks.ts';
import { moves, walked } from '../support/walks.ts';

const OTHER: Notation = { symbols: 'net', weights: 'numbered', rate: 'alpha' };

afterEach(() => {
  useNotation(DEFAULT_NOTATION, MAZUR);
});

/** A name of the default notation by itself: z, η, a where it is no article, a weight with the indices of its units. */
const DEFAULT_NAME =
  /(?<![\p{L}\d'’])[zη](?![\p{L}\d'’])|[∂d]a(?![\p{L}])|(?<![\p{L}\d])a(?=[·²₀-₉]| of |\)|,)|− a(?![\p{L}])|\b(?:its|own|every) a\b|w[₀-₉]+⁽/u;

/** In the source of a sentence only what stands in `written` may be a letter. */
const STRINGS = /`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'/g;
const DIRECTORY = 'src/tutor/messages/en/';
// A function's names are its author's own.
const OF_FUNCTIONS = /^function/;

test.each(readdirSync(DIRECTORY).filter((file) => file.endsWith('.ts') && !OF_FUNCTIONS.test(file)))(
  'no sentence of %s has a letter of the default notation in it',
  (file) => {
    const source = readFileSync(DIRECTORY + file, 'utf8').replace(/^import .*$|^\s*(\/\/|\/?\*).*$/gm, '');
    const sentences = [...source.matchAll(STRINGS)].map(([text]) =>
      text.replace(/\$\{(z|a)\}|written\.(z|a|rate)/g, '…').slice(1, -1),
    );
    const found = sentences.filter((text) => /[ ∂·=]/.test(text) && DEFAULT_NAME.test(text));
    expect(found.filter((text) => !ALLOWED.has(text))).toEqual([]);
  },
);

/** What names a choice of notation, or speaks of names that a program has. */
const ALLOWED = new Set(['z and a', 'η, eta']);

function* saidOf(
  exercise: Exercise,
  desk = deskOf(exercise, newWork(exercise, 0), checkAll),
): Iterable<string> {
  const { network } = exercise;
  const { step, pass } = desk;
  yield* guideOf(exercise);
  yield* conventions({
    ...{ loss: exercise.loss, outputs: network.layers.at(-1)!, activations: network.activations },
    ...{ optimizer: exercise.optimizer, batch: exercise.batch },
  });
  for (const quantity of pass.quantities) yield en.quantityName(quantity, network);
  if (step === undefined) return;
  yield headingOf(desk);
  yield namesOf(desk)(step.result);
  yield shortText(step.formula);
  yield spoken(step.formula, en.speech(network));
  const voice = voiceOf(desk)!;
  yield voice.where;
  yield voice.principle;
  yield voice.reason;
  yield* helpFor(desk)?.texts ?? [];
  yield nextHint(desk)?.text ?? '';
  for (const id of Object.keys(mistakes) as MistakeId[]) {
    const { ask, did } = voice.mistake(id);
    yield ask;
    yield did;
  }
}

test('with net and out nothing that is said on a walk has a name of the default notation', () => {
  fc.assert(
    fc.property(exercises({ maxUnits: 3, maxHidden: 2 }), moves, (exercise, steps) => {
      useNotation(OTHER, exercise);
      const work = walked(exercise, steps);
      for (const said of saidOf(exercise, deskOf(exercise, work, checkAll))) {
        const text = said.replace(/<[^>]*>/g, '');
        expect(DEFAULT_NAME.exec(text)?.[0], text).toBeUndefined();
      }
    }),
    { numRuns: 30 },
  );
});

test('documents are written in the notation that is asked for, programs in their own', () => {
  const pass = passAt(MAZUR, 1);
  for (const form of formsFor(pass)) {
    const [plain, other] = [exportPass(pass, form), exportPass(pass, form, OTHER)];
    if (['latex', 'markdown', 'tikz'].includes(form)) {
      expect(other).toContain('\\mathrm{net}_{h1}');
      expect(other).not.toMatch(/z_\{1\}|w_\{11\}|\\eta/);
    } else expect(other).toBe(plain);
    useNotation(OTHER, MAZUR);
    expect(exportPass(pass, form), 'what is in force holds').toBe(other);
    useNotation(DEFAULT_NOTATION, MAZUR);
  }
  expect(CODE_FORMS.length).toBeGreaterThan(3);
});
