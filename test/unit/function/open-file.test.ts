import { expect, test } from 'vitest';
import { functionIn } from '../../../src/app/functions/open-file.ts';
import { fileOf, PRESETS, textOf } from '../../../src/app/functions/source.ts';

test.each([...PRESETS.keys()])('what %s is saved as is opened again', (name) => {
  const source = { kind: 'preset', name, file: PRESETS.get(name)! } as const;
  const opened = functionIn(JSON.stringify(fileOf(source)));
  expect(opened).toEqual({ kind: 'own', text: textOf(source) });
});

test.each([
  ['not JSON', /^There is no function in this file\./],
  ['null', /^There is no function in this file\./],
  ['{"format":"backstep-exercise/1","seed":1}', /^There is no function in this file\./],
  ['{"format":"backstep-exercise/1","function":{"lines":["f = x +"],"inputs":{"x":1}}}', /missing/],
  ['{"format":"backstep-exercise/1","function":{"lines":"f"}}', /lines/],
])('of %s it is said what is wrong: %s', (text, said) => {
  expect(functionIn(text)).toMatch(said);
});
