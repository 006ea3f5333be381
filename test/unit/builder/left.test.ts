import { expect, test } from 'vitest';
import { done, typedInto, type Act } from '../../../src/app/builder/acts.ts';
import { draftOf } from '../../../src/app/builder/draft.ts';
import { forget, leave, leftOf } from '../../../src/app/builder/left.ts';
import type { Source } from '../../../src/app/session/source.ts';
import { TWO_TWO_ONE } from '../support/exercises.ts';

const draft = draftOf(TWO_TWO_ONE, TWO_TWO_ONE.parameters, { isDrawn: false, seed: 1 });

test('what a dialog was closed on is there again at the same address, in whatever way it is worked', () => {
  const seven: Source = { kind: 'seed', seed: 7 };
  const { draft: changed } = done(draft, { kind: 'learningRate', text: '0.2' });
  leave(seven, { draft: changed, past: [draft] });
  expect(leftOf({ kind: 'seed', seed: 7, way: 'exam' })?.draft).toBe(changed);
  expect(leftOf({ kind: 'seed', seed: 8 })).toBeUndefined();
  forget({ ...seven });
  expect(leftOf(seven)).toBeUndefined();
  leave(seven, { draft, past: [] });
  expect(leftOf(seven)).toBeUndefined();
});

test('letters typed into one field are one change, of each field that is typed into', () => {
  const typed: readonly Act[] = [
    { kind: 'learningRate', text: '0' },
    { kind: 'setting', name: 'momentum', text: '0' },
    { kind: 'setting', name: 'beta1', text: '0' },
    { kind: 'number', key: 'w 1', text: '0' },
    { kind: 'number', key: 'w 2', text: '0' },
  ];
  const fields = typed.map(typedInto);
  expect(new Set(fields).size).toBe(typed.length);
  expect(fields).not.toContain(undefined);
  expect(typed.map((act) => typedInto({ ...act, text: '0.' } as Act))).toEqual(fields);
  expect(typedInto({ kind: 'addLayer' })).toBeUndefined();
});
