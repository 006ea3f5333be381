import { PHASES } from '../../core/network/tape.ts';
import { idOf } from '../../core/quantity.ts';
import { enCode } from '../../tutor/messages/en/code.ts';
import { en } from '../../tutor/messages/en/index.ts';
import { exactValue } from '../../tutor/pass.ts';
import type { Worked } from './head.ts';
import { code, type Language } from './language.ts';
import { identifiersOf } from './names.ts';

/**
 * A pass number by number, each under its own name: first what is given, then a line for each step.
 * @param numberOf how a given number is written
 */
export function straightLine(
  pass: Worked,
  language: Language,
  declare: (name: string, value: string) => string,
  numberOf = language.number,
): readonly string[] {
  const identifier = identifiersOf(pass);
  const given = pass.givens.map((quantity) =>
    declare(identifier(quantity), numberOf(exactValue(pass, idOf(quantity)))),
  );
  const phases = PHASES.map((phase) => ({
    title: en.phaseNames[phase],
    lines: pass.steps
      .filter((step) => step.phase === phase)
      .map(({ result, formula }) => declare(identifier(result), code(formula, language, identifier))),
  }));
  return [{ title: enCode.given, lines: given }, ...phases]
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ title, lines }) => ['', `${language.comment} ${title}`, ...lines]);
}
