import { describe, expect, test } from 'vitest';
import { backstep } from './command.ts';

describe('what is wrong with a command line is said in one line, with exit code 2', () => {
  test.each([
    { argv: '', says: 'no command; see backstep --help' },
    { argv: 'drive mazur', says: 'no command "drive"; there is derive, check, train, replay, export' },
    { argv: 'toString', says: 'no command "toString"; there is derive, check, train, replay, export' },
    { argv: 'derive', says: 'derive: no exercise; name a file, a preset, "-" or --seed' },
    { argv: 'check', says: 'check: no exercise; name a file, a preset, "-" or --seed' },
    { argv: 'derive mazur xor', says: 'derive: unexpected argument "xor"' },
    { argv: 'derive mazur --frob', says: "derive: Unknown option '--frob'" },
    { argv: 'derive mazur --passes 3', says: 'derive: no option --passes' },
    { argv: 'derive --seed', says: "derive: Option '--seed <value>' argument missing" },
    { argv: 'derive --seed x', says: 'seed "x": expected a whole number from 0 to 4294967295' },
    { argv: 'derive --seed -1', says: 'seed "-1": expected a whole number from 0 to 4294967295' },
    {
      argv: 'derive --seed 4294967296',
      says: 'seed "4294967296": expected a whole number from 0 to 4294967295',
    },
    { argv: 'derive --seed 1e3', says: 'seed "1e3": expected a whole number from 0 to 4294967295' },
    { argv: 'derive --seed 2.7', says: 'seed "2.7": only generator 1 is known' },
    { argv: 'derive mazur --pass 0', says: '--pass "0": expected a whole number from 1 to 1000000' },
    { argv: 'derive mazur --pass -2', says: '--pass "-2": expected a whole number from 1 to 1000000' },
    {
      argv: 'derive mazur --pass 99999999999',
      says: '--pass "99999999999": expected a whole number from 1 to 1000000',
    },
    { argv: 'train mazur', says: 'train: --passes is missing' },
    { argv: 'train mazur --passes ten', says: '--passes "ten": expected a whole number from 0 to 1000000' },
    {
      argv: 'export mazur',
      says: 'export: --to is missing; there is pytorch, numpy, jax, typescript, python, ',
    },
    { argv: 'export mazur --to fortran', says: 'export: no form "fortran"; there is pytorch, numpy, jax, ' },
    { argv: 'export mazur --to toString', says: 'export: no form "toString"; there is pytorch, ' },
    { argv: 'export mazur --to', says: "export: Option '--to <value>' argument missing" },
    {
      argv: 'derive mazur --notation greek',
      says: '--notation: "greek" is not known, or contradicts a word',
    },
    { argv: 'check mazur --notation net', says: 'check: no option --notation' },
    { argv: 'derive mazur --to python', says: 'derive: no option --to' },
    { argv: 'derive mazzur', says: 'no preset "mazzur"; there is ' },
    { argv: 'derive ./nothing.json', says: './nothing.json: cannot be read: no such file or directory' },
    { argv: 'derive nothing.json', says: 'nothing.json: cannot be read: no such file or directory' },
    { argv: 'check src/', says: 'src/: cannot be read: illegal operation on a directory' },
    { argv: 'derive ./LICENSE', says: './LICENSE: not JSON: ' },
    {
      argv: 'train package.json --passes 1',
      says: 'package.json: format: expected "backstep-exercise/1", found nothing',
    },
  ])('backstep $argv', async ({ argv, says }) => {
    const { code, out, err } = await backstep(argv.split(' ').filter(Boolean));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toHaveLength(1);
    expect(err[0]).not.toMatch(/\n/);
    expect(err[0]?.slice(0, `backstep: ${says}`.length)).toBe(`backstep: ${says}`);
  });
});

test.each([['--help'], ['help'], ['derive --help'], ['check -h']])('%s tells how to use it', async (argv) => {
  const { code, out, err } = await backstep(argv.split(' '));
  expect({ code, err }).toEqual({ code: 0, err: [] });
  for (const command of ['derive EXERCISE', 'check  EXERCISE', 'train  EXERCISE', 'export EXERCISE'])
    expect(out).toContain(command);
});

test('--version is that of the package', async () => {
  expect(await backstep(['--version'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string,
  });
});
