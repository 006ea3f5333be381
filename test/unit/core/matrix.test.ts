import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeOf, valueOf, idsOf } from '../../../src/core/matrix/expr.ts';
import { matrixMathml } from '../../../src/core/matrix/mathml.ts';
import { signsOf } from '../../../src/core/matrix/signs.ts';
import { matrixStepsOf } from '../../../src/core/matrix/steps.ts';
import { parseExerciseText } from '../../../src/tutor/exercise/file.ts';
import { resolveExercise } from '../../../src/tutor/exercise/resolve.ts';
import { passOf } from '../../../src/tutor/pass.ts';
import { drawnPass, draws } from '../support/learner.ts';

// The tape is judged by complex steps elsewhere; formulas over whole layers are a second way to the same numbers.

test('every formula over vectors and matrices comes to the numbers of the tape, place by place', () => {
  fc.assert(
    fc.property(draws(), (draw) => {
      const pass = drawnPass(draw);
      const steps = matrixStepsOf(draw.network, true);
      for (const { result, formula, id } of steps) {
        const ids = idsOf(result);
        expect(shapeOf(formula), id).toEqual({ rows: ids.length, columns: ids[0]?.length });
        valueOf(formula, pass.values).forEach((row, i) => {
          row.forEach((value, j) => {
            expect(value, ids[i]![j]).toBeCloseTo(pass.values.get(ids[i]![j]!)!, 12);
          });
        });
      }
    }),
  );
});

test('where a softmax couples the outputs, δ comes through the matrix of its slopes', () => {
  const parsed = parseExerciseText(readFileSync('examples/softmax.json', 'utf8'));
  if (!parsed.ok) throw new Error('examples/softmax.json is faulty');
  const exercise = resolveExercise(parsed.value);
  const pass = passOf(exercise, 1, exercise.parameters);
  const last = exercise.network.layers.length - 1;
  const delta = matrixStepsOf(exercise.network, true).find(({ id }) => id === `δ[${last}]`)!;
  // With cross-entropy it cancels down to a − t.
  const { target } = exercise.examples[0]!;
  valueOf(delta.formula, pass.values).forEach(([value], j) => {
    expect(value).toBeCloseTo(pass.values.get(`a[${last}][${j + 1}]`)! - target[j]!, 12);
  });
});

test('the steps are all of the tape but the parts of δ and the losses, each once', () => {
  fc.assert(
    fc.property(draws(), (draw) => {
      const pass = drawnPass(draw);
      const inMatrices = matrixStepsOf(draw.network, true).flatMap(({ result }) => idsOf(result).flat());
      const inTape = pass.steps.map(({ id }) => id).filter((id) => !/^(E|dE\/da|da\/dz)/.test(id));
      expect(inMatrices.toSorted()).toEqual(inTape.toSorted());
    }),
  );
});

test('parts that do not fit together have no shape', () => {
  const [first] = matrixStepsOf(
    { layers: [2, 3, 1], activations: ['sigmoid', 'sigmoid'], bias: false, trainBias: false },
    true,
  );
  const { formula } = first!;
  if (formula.kind !== 'product') throw new Error('z is no product');
  expect(shapeOf(formula)).toEqual({ rows: 3, columns: 1 });
  expect(shapeOf({ kind: 'product', left: formula.right, right: formula.left })).toBeUndefined();
  expect(shapeOf({ ...formula, left: { kind: 'transpose', of: formula.left } })).toBeUndefined();
});

test('what a formula has of signs that those of numbers do not have is what is printed', () => {
  const printed = { '∇': 'nabla', J: 'jacobian', T: 'transpose', '⊙': 'elementwise' } as const;
  fc.assert(
    fc.property(draws(), ({ network }) => {
      for (const step of matrixStepsOf(network, true)) {
        const text = (matrixMathml(step.result) + matrixMathml(step.formula)).replaceAll(/<[^>]+>/g, '');
        const signs = Object.entries(printed).flatMap(([sign, name]) => (text.includes(sign) ? [name] : []));
        expect(signsOf(step).toSorted(), text).toEqual(signs.toSorted());
      }
    }),
  );
});
