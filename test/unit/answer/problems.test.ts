import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../../src/tutor/answer/read.ts';
import { scopeAt } from './pass.ts';

/** ⟦…⟧ marks what the problem points at. */
function expectProblem(marked: string, kind: string, details: object): void {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const reading = readAnswer(marked.replace(/[⟦⟧]/g, ''), scopeAt('a[1][1]'));
  expect(reading).toMatchObject({ kind: 'unreadable', problem: { kind, start, end, ...details } });
}

describe('an answer that cannot be read is told where and why', () => {
  test.each([
    ['σ⟦(⟧0.3775', 'unclosedBracket', { bracket: '(', missing: ')' }],
    ['⟦(⟧1+2', 'unclosedBracket', { bracket: '(', missing: ')' }],
    ['2*(1+⟦[⟧3', 'unclosedBracket', { bracket: '[', missing: ']' }],
    ['z⟦[⟧1', 'unclosedBracket', { bracket: '[', missing: ']' }],
    ['w11⟦(⟧2', 'unclosedBracket', {}],
    ['w11^⟦{⟧', 'unclosedBracket', {}],
    ['z[1]⟦[⟧', 'unclosedBracket', { bracket: '[', missing: ']' }],
    ['⟦|⟧1-2', 'unclosedBracket', { bracket: '|', missing: '|' }],
    ['max⟦(⟧0, 1', 'unclosedBracket', {}],
    ['1+2⟦)⟧', 'unopenedBracket', { bracket: ')' }],
    ['⟦)⟧', 'unopenedBracket', { bracket: ')' }],
    ['(1+2⟦]⟧', 'wrongBracket', { bracket: ']', missing: ')' }],
    ['⟦()⟧', 'emptyBrackets', {}],
    ['2*⟦( )⟧', 'emptyBrackets', {}],
    ['σ⟦()⟧', 'emptyBrackets', {}],
    ['|⟦|⟧', 'unclosedBracket', {}],
    ['σ⟦(⟧', 'unclosedBracket', {}],
    ['x1⟦[⟧ ', 'unclosedBracket', {}],
    ['1 ⟦+⟧', 'missingOperand', {}],
    ['1 * ⟦*⟧ 2', 'missingOperand', {}],
    ['⟦*⟧2', 'missingOperand', {}],
    ['1+⟦/⟧2', 'missingOperand', {}],
    ['(1+⟦)⟧', 'missingOperand', {}],
    ['2⟦^⟧', 'missingOperand', {}],
    ['⟦-⟧', 'missingOperand', {}],
    ['⟦²⟧', 'missingOperand', {}],
    ['0.5 ⟦0⟧.3', 'missingOperator', {}],
    ['x1 ⟦2⟧', 'missingOperator', {}],
    ['x1⟦½⟧', 'missingOperator', {}],
    ['⟦σ⟧', 'missingArgument', { name: 'σ' }],
    ['1+⟦exp⟧ + 2', 'missingArgument', { name: 'exp' }],
    ['⟦max⟧ 2', 'missingArgument', { name: 'max' }],
    ['⟦max(1)⟧', 'argumentCount', { name: 'max', expected: 2, orMore: true, found: 1 }],
    ['1+⟦max(0,3775, 0)⟧', 'commaOrDecimal', { name: 'max' }],
    ['⟦max(1,2,0)⟧', 'commaOrDecimal', { name: 'max' }],
    ['⟦min(x1*0,5, x2)⟧', 'commaOrDecimal', { name: 'min' }],
    ['⟦pow(1, 2, 3)⟧', 'argumentCount', { name: 'pow', expected: 2, found: 3 }],
    ['1+np.log(x1⟦,⟧ 2)', 'logBase', { base: '2' }],
    ['1+log⟦(8,2)⟧', 'logBase', { base: '2', decimal: '8.2' }],
    ['2*⟦log_1⟧ x1', 'unknownBase', { base: '1' }],
    ['⟦log_a⟧ x1', 'unknownBase', { base: 'a' }],
    ['⟦tan^-⟧1 x1', 'raisedBelow', { name: 'tan' }],
    ['⟦sin^{-⟧1}(x1)', 'raisedBelow', { name: 'sin' }],
    ['1+⟦Σ⟧ x1', 'unexpectedCharacter', { character: 'Σ' }],
    ['⟦\\sum⟧ x1', 'unexpectedCharacter', { character: 'Σ' }],
    ['ln(x1⟦,⟧ 2)', 'unexpectedCharacter', { character: ',' }],
    ['2 ⟦#⟧ 3', 'unexpectedCharacter', { character: '#' }],
    ['2 ⟦$⟧ 3', 'unexpectedCharacter', { character: '$' }],
    ['x1⟦$⟧x2', 'unexpectedCharacter', { character: '$' }],
    ['0.5⟦%⟧', 'unexpectedCharacter', { character: '%' }],
    ['0.5 ⟦😀⟧', 'unexpectedCharacter', { character: '😀' }],
    ['0.5⟦,⟧ 0.3', 'unexpectedCharacter', { character: ',' }],
    ['(1⟦,⟧ 2)', 'unexpectedCharacter', { character: ',' }],
    ['x1 ⟦:⟧ x2', 'unexpectedCharacter', { character: ':' }],
    ['⟦\\sqrt[⟧3{8}', 'unclosedBracket', {}],
    ['⟦1,234⟧', 'thousandsOrDecimal', { thousands: 1234, decimal: 1.234 }],
    ['-⟦12,345⟧', 'thousandsOrDecimal', { thousands: 12345, decimal: 12.345 }],
    ['2*⟦123,456⟧', 'thousandsOrDecimal', { thousands: 123456, decimal: 123.456 }],
    ['⟦1,234.5⟧', 'thousandsSeparator', { suggestion: '1234.5' }],
    ['⟦1.234,5⟧', 'thousandsSeparator', { suggestion: '1234.5' }],
    ['⟦1,234,567⟧', 'thousandsSeparator', { suggestion: '1234567' }],
    ['⟦1 234⟧', 'thousandsSeparator', { suggestion: '1234' }],
    ['⟦0.5.3⟧', 'twoDecimalMarks', {}],
    ['⟦1..2⟧', 'twoDecimalMarks', {}],
    ['⟦1 e10⟧', 'spaceInNumber', { suggestion: '1e10' }],
    ['2*⟦1.2 e-3⟧', 'spaceInNumber', { suggestion: '1.2e-3' }],
    ['⟦1.2e - 3⟧', 'spaceInNumber', { suggestion: '1.2e-3' }],
    ['2 + ⟦w11⟧', 'whichLayer', { name: 'w11' }],
    ['⟦w₁₁⟧·2', 'whichLayer', { name: 'w_{11}' }],
    ['⟦x⟧', 'whichUnit', { name: 'x' }],
    ['⟦a[1][1]⟧', 'asked', { quantity: { kind: 'activation', layer: 1, unit: 1 } }],
    ['2⟦a₁⁽¹⁾⟧', 'asked', {}],
    ['⟦a1⟧', 'asked', {}],
    ['0.5 + ⟦dE/da[2][1]⟧', 'later', {}],
    ["⟦w'[1][1][1]⟧", 'later', {}],
    ['⟦E⟧', 'later', {}],
    ['⟦simgoid⟧(0.3)', 'unknownName', { name: 'simgoid', suggestion: 'sigmoid' }],
    ['⟦tahn⟧ 0.3', 'unknownName', { name: 'tahn', suggestion: 'tanh' }],
    ['⟦sgrt⟧(2)', 'unknownName', { name: 'sgrt', suggestion: 'sqrt' }],
    ['⟦z[1][3]⟧', 'unknownName', { name: 'z[1][3]', suggestion: 'z[1][1]' }],
    ['⟦w[1][1][3]⟧ + 1', 'unknownName', { name: 'w[1][1][3]', suggestion: 'w[1][1][1]' }],
    ['⟦y⟧', 'unknownName', { name: 'y' }],
    ['2*⟦foo⟧/3', 'unknownName', { name: 'foo' }],
    ['⟦xw⟧', 'unknownName', { name: 'xw' }],
    ['⟦__proto__⟧', 'unknownName', { name: '__proto__' }],
    ['⟦constructor⟧', 'unknownName', {}],
    ['⟦toString⟧(1)', 'unknownName', {}],
    ['1+⟦hasOwnProperty⟧', 'unknownName', {}],
    ["⟦max'⟧(1, 2)", 'unknownName', {}],
    ['⟦d⟧', 'unknownName', {}],
    ['⟦∂E/∂q⟧', 'unknownName', {}],
    ['2/⟦0⟧', 'divisionByZero', {}],
    ['1+2/⟦(1-1)⟧+3', 'divisionByZero', {}],
    ['⟦ln(0)⟧', 'notFinite', { lost: { of: [0] } }],
    ['⟦√(-1)⟧', 'notFinite', { lost: { of: [-1] } }],
    ['⟦(-8)^(1/3)⟧', 'notFinite', { lost: { of: [-8, 1 / 3] } }],
    ['⟦exp(1000)⟧', 'notFinite', { lost: { of: [1000] } }],
    ['0.3 = ⟦exp(1000)⟧', 'notFinite', {}],
    ['⟦1e999⟧', 'notFinite', {}],
    ['0.5*0.41 = ⟦0.3⟧', 'sidesDiffer', { left: 0.205, right: 0.3 }],
    ['⟦0.3⟧ = 0.5*0.41', 'sidesDiffer', { left: 0.3, right: 0.205 }],
    ['0.1 + 0.2 + 0.2 = 0.25 + 0.25 = ⟦0.3⟧', 'sidesDiffer', { left: 0.5, right: 0.3 }],
    ['a1 = ⟦0.3⟧ = 0.25 + 0.25', 'sidesDiffer', { left: 0.3, right: 0.5 }],
    ['0.5*0.41 = 0.205 = ⟦0.305⟧', 'sidesDiffer', { left: 0.205, right: 0.305 }],
  ])('%s: %s', expectProblem);
});

describe('positions count in the string as typed', () => {
  test.each([
    ['  0.5·⟦q⟧', 'unknownName'],
    ['\\frac{1}{2}\\cdot ⟦\\foo⟧', 'unexpectedCharacter'],
    ['½·⟦q⟧', 'unknownName'],
    ['\u200b\u2061⟦q⟧', 'unknownName'],
    ['x₁²·⟦q⟧', 'unknownName'],
    ['𝜎(0.3)·⟦𝜎⟧', 'missingArgument'],
    ['０．５⟦＃⟧', 'unexpectedCharacter'],
    ['= ⟦q⟧', 'unknownName'],
  ])('%s', (marked, kind) => {
    expectProblem(marked, kind, {});
  });
});

test.each(['', ' ', '\n\u00a0', '=', ' = ', '.', 'a1 =', 'a[1][1] = ', '\u200b'])('%j is empty', (typed) => {
  expect(readAnswer(typed, scopeAt('a[1][1]'))).toEqual({ kind: 'empty' });
});

describe('an answer without measure is refused, not worked on', () => {
  test.each([
    ['length', '1+'.repeat(1000) + '1', 'tooLong'],
    ['brackets', '('.repeat(999) + '1' + ')'.repeat(999), 'tooDeep'],
    ['brackets that stay open', '('.repeat(2000), 'tooDeep'],
    ['powers', '2^'.repeat(999) + '2', 'tooDeep'],
    ['divisions', '1/'.repeat(999) + '1', 'tooDeep'],
    ['functions', 'σ '.repeat(999) + '1', 'tooDeep'],
    ['bars', '|-'.repeat(1000), 'tooDeep'],
    ['fractions', '\\frac1'.repeat(300), 'tooDeep'],
    ['slopes of slopes', "σ'(".repeat(60) + '1' + ')'.repeat(60), 'tooDeep'],
  ])('%s', (_, typed, kind) => {
    expect(readAnswer(typed, scopeAt())).toMatchObject({ problem: { kind } });
  });

  test.each([
    ['signs', '-'.repeat(1999) + '1'],
    ['terms', '1+'.repeat(999) + '1'],
    ['factors', '1*'.repeat(999) + '1'],
    ['brackets', '('.repeat(90) + '1' + ')'.repeat(90)],
    ['divisions', '1/'.repeat(90) + '1'],
  ])('many %s are fine', (_, typed) => {
    expect(readAnswer(typed, scopeAt()).kind).toBe('answer');
  });
});
