import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseExerciseFile, parseExerciseText } from '../../../src/tutor/exercise/file.ts';
import { fileOf } from '../../../src/tutor/exercise/write.ts';
import { resolveExercise } from '../../../src/tutor/exercise/resolve.ts';
import { enFileProblem } from '../../../src/tutor/messages/en/files.ts';
import { MAZUR } from '../support/exercises.ts';
import { exercises } from '../support/networks.ts';

type Json = { [key: string]: unknown };

/** A 2-1-1 exercise with biases, in which the places named are replaced; `undefined` takes a field away. */
function file(changes: Json = {}): Json {
  const json: Json = {
    format: 'backstep-exercise/1',
    network: { layers: [2, 1, 1], activations: ['sigmoid', 'linear'], bias: true },
    parameters: { weights: [[[0.1], [0.2]], [[0.3]]], biases: [[0.4], [0.5]] },
    example: { input: [0.6, 0.7], target: [0.8] },
    loss: 'half-squared-error',
    optimizer: { kind: 'sgd', learningRate: 0.5 },
  };
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const place = keys.reduce((object, key) => object[key] as Json, json);
    place[last] = value;
  }
  return JSON.parse(JSON.stringify(json)) as Json;
}

const problemsOf = (data: unknown) => {
  const parsed = parseExerciseFile(data);
  return parsed.ok ? [] : parsed.problems;
};

describe('a faulty exercise file is told where it is at fault', () => {
  // prettier-ignore
  test.each([
    { fault: 'no object', data: null, path: '', expected: 'object' },
    { fault: 'a list', data: [file()], path: 'format', expected: 'format' },
    { fault: 'a text', data: 'mazur', path: '', expected: 'object' },
    { fault: 'no format', data: file({ format: undefined }), path: 'format', expected: 'format' },
    { fault: 'a later format', data: file({ format: 'backstep-exercise/2' }), path: 'format', expected: 'format' },
    { fault: 'a misspelt field', data: file({ lose: 1 }), path: 'lose', expected: 'knownField' },
    { fault: 'no loss', data: file({ loss: undefined }), path: 'loss', expected: 'loss' },
    { fault: 'a loss that is none', data: file({ loss: 'squared' }), path: 'loss', expected: 'loss' },
    { fault: 'a target above 1 for a loss of probabilities', data: file({ loss: 'binary-cross-entropy', 'network.activations': ['sigmoid', 'sigmoid'], 'example.target': [1.5] }), path: 'example.target[0]', expected: 'probability' },
    { fault: 'no network', data: file({ network: undefined }), path: 'network', expected: 'object' },
    { fault: 'no layers', data: file({ 'network.layers': undefined }), path: 'network.layers', expected: 'layers' },
    { fault: 'one layer', data: file({ 'network.layers': [2] }), path: 'network.layers', expected: 'layers' },
    { fault: 'half a unit', data: file({ 'network.layers': [2, 1.5, 1] }), path: 'network.layers[1]', expected: 'size' },
    { fault: 'no units', data: file({ 'network.layers': [2, 0, 1] }), path: 'network.layers[1]', expected: 'size' },
    { fault: 'too many units', data: file({ 'network.layers': [2, 1e9, 1] }), path: 'network.layers[1]', expected: 'size' },
    { fault: 'an activation that is none', data: file({ 'network.activations': ['sigmoid', 'swish'] }), path: 'network.activations[1]', expected: 'activation' },
    { fault: 'an activation of every object', data: file({ 'network.activations': ['sigmoid', 'toString'] }), path: 'network.activations[1]', expected: 'activation' },
    { fault: 'an activation too few', data: file({ 'network.activations': ['sigmoid'] }), path: 'network.activations', expected: { length: 2 } },
    { fault: 'a bias in words', data: file({ 'network.bias': 'yes' }), path: 'network.bias', expected: 'boolean' },
    { fault: 'a number in quotes', data: file({ 'parameters.weights': [[['0.1'], [0.2]], [[0.3]]] }), path: 'parameters.weights[0][0][0]', expected: 'number' },
    { fault: 'a number that is not finite', data: { ...file(), parameters: { weights: [[[Infinity], [0.2]], [[0.3]]], biases: [[0.4], [0.5]] } }, path: 'parameters.weights[0][0][0]', expected: 'number' },
    { fault: 'a layer of weights too few', data: file({ 'parameters.weights': [[[0.1], [0.2]]] }), path: 'parameters.weights', expected: { length: 2 } },
    { fault: 'weights turned around', data: file({ 'parameters.weights': [[[0.1, 0.2]], [[0.3]]] }), path: 'parameters.weights[0]', expected: { length: 2 } },
    { fault: 'a row too long', data: file({ 'parameters.weights': [[[0.1], [0.2, 0.3]], [[0.3]]] }), path: 'parameters.weights[0][1]', expected: { length: 1 } },
    { fault: 'no biases', data: file({ 'parameters.biases': undefined }), path: 'parameters.biases', expected: { length: 2 } },
    { fault: 'a bias too many', data: file({ 'parameters.biases': [[0.4, 0.4], [0.5]] }), path: 'parameters.biases[0]', expected: { length: 1 } },
    { fault: 'biases where there are none', data: file({ 'network.bias': false }), path: 'parameters.biases', expected: 'noBiases' },
    { fault: 'an input too few', data: file({ 'example.input': [0.6] }), path: 'example.input', expected: { length: 2 } },
    { fault: 'a target too many', data: file({ examples: [{ input: [0.6, 0.7], target: [1, 2] }], example: undefined }), path: 'examples[0].target', expected: { length: 1 } },
    { fault: 'no examples in the list', data: file({ examples: [], example: undefined }), path: 'examples', expected: 'examples' },
    { fault: 'example and examples', data: file({ examples: [{ input: [0.6, 0.7], target: [1] }] }), path: 'examples', expected: 'exampleOrExamples' },
    { fault: 'no parameters', data: file({ parameters: undefined }), path: '', expected: 'parametersOrSeed' },
    { fault: 'no example', data: file({ example: undefined }), path: '', expected: 'parametersOrSeed' },
    { fault: 'a seed below 0', data: file({ seed: -1 }), path: 'seed', expected: 'seed' },
    { fault: 'a seed of 33 bits', data: file({ seed: 2 ** 32 }), path: 'seed', expected: 'seed' },
    { fault: 'another optimizer', data: file({ 'optimizer.kind': 'adagrad' }), path: 'optimizer.kind', expected: 'optimizer' },
    { fault: 'biases that are no lists', data: file({ 'parameters.biases': 3 }), path: 'parameters.biases', expected: 'numbers' },
    { fault: 'a momentum of 1', data: file({ optimizer: { kind: 'momentum', learningRate: 0.1, momentum: 1 } }), path: 'optimizer.momentum', expected: 'share' },
    { fault: 'an epsilon below 0', data: file({ optimizer: { kind: 'adam', learningRate: 0.1, epsilon: -1 } }), path: 'optimizer.epsilon', expected: 'notNegative' },
    { fault: 'a setting of another optimizer', data: file({ 'optimizer.beta1': 0.9 }), path: 'optimizer.beta1', expected: 'ofOptimizer' },
    { fault: 'no learning rate', data: file({ 'optimizer.learningRate': undefined }), path: 'optimizer.learningRate', expected: 'number' },
  ])('$fault', ({ data, path, expected }) => {
    expect(problemsOf(data)).toContainEqual({ path, expected, found: expect.any(String) as string });
  });

  test('all faults of a file are told, each in one line', () => {
    const lines = problemsOf(file({ loss: 'l', 'network.bias': 1, 'optimizer.kind': 'k' })).map(
      enFileProblem,
    );
    expect(lines).toEqual([
      'network.bias: expected true or false, found 1',
      'loss: expected "half-squared-error" or "mean-squared-error" or "binary-cross-entropy" or "cross-entropy" or "huber" or "absolute-error", found "l"',
      'optimizer.kind: expected "sgd" or "momentum" or "nesterov" or "rmsprop" or "adam" or "adamw", found "k"',
    ]);
  });

  test('a text that is no JSON is a fault too', () => {
    expect(parseExerciseText('{"format":')).toMatchObject({
      ok: false,
      problems: [{ path: '', expected: 'json' }],
    });
  });

  test('whatever JSON holds, there is an answer, and every problem has its words', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('format', 'network', 'parameters', 'example', 'seed'),
        (value, key) => {
          for (const problem of [...problemsOf(value), ...problemsOf(file({ [key]: value }))]) {
            expect(enFileProblem(problem)).toMatch(/^[^\n]+: expected [^\n]+, found [^]+$/);
          }
        },
      ),
    );
  });
});

describe('an exercise file', () => {
  test('gives back the exercise it was written from', () => {
    fc.assert(
      fc.property(exercises({ maxExamples: 3 }), (exercise) => {
        const parsed = parseExerciseFile(JSON.parse(JSON.stringify(fileOf(exercise))));
        expect(parsed.ok && resolveExercise(parsed.value)).toEqual(exercise);
      }),
    );
  });

  test('trains biases unless it says otherwise, and needs no biases where there are none', () => {
    const trained = parseExerciseFile(file());
    expect(trained.ok && trained.value.network.trainBias).toBe(true);
    const bare = parseExerciseFile(file({ 'network.bias': false, 'parameters.biases': undefined }));
    expect(bare.ok && resolveExercise(bare.value).parameters.biases).toEqual([]);
  });

  test('keeps the numbers it has, and draws those it lacks from its seed', () => {
    const parsed = parseExerciseFile(file({ parameters: undefined, seed: 3 }));
    if (!parsed.ok) throw new Error('the file is right');
    const exercise = resolveExercise(parsed.value);
    expect(exercise.examples).toEqual([{ input: [0.6, 0.7], target: [0.8] }]);
    expect(exercise.parameters.weights.flat(2)).toHaveLength(3);
    expect(resolveExercise(parsed.value)).toEqual(exercise);
    expect(resolveExercise({ ...parsed.value, seed: 4 }).parameters).not.toEqual(exercise.parameters);
  });

  test('gives up all its numbers for those of a seed from outside', () => {
    const exercise = resolveExercise(fileOf(MAZUR), 7);
    expect(exercise.network).toEqual(MAZUR.network);
    expect(exercise.examples).not.toEqual(MAZUR.examples);
    expect(exercise.parameters).not.toEqual(MAZUR.parameters);
  });
});

test.each(readdirSync('examples').filter((file) => file.endsWith('.json')))(
  'the example %s is a whole exercise file as it stands',
  (name) => {
    const data = JSON.parse(readFileSync(`examples/${name}`, 'utf8')) as unknown;
    expect(parseExerciseFile(data)).toEqual({ ok: true, value: data });
  },
);
