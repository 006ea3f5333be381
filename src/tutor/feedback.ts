import { shown } from '../core/expressions/digits.ts';
import { shortName } from '../core/expressions/names.ts';
import { shortText } from '../core/expressions/text.ts';
import { idOf } from '../core/quantity.ts';
import type { Answer } from './answer/read.ts';
import { isByChance } from './checking/chance.ts';
import type { Checked } from './checking/check.ts';
import type { AnswerMessages } from './messages/index.ts';
import { exactValue, type Derivation, type DerivedStep } from './pass.ts';
import { keptValue, writtenAnswer } from './written.ts';

/**
 * What is said of an answer: one or two short sentences.
 * @param step what it answers, where what else there is to a right one is said: by how much it is rounded, or that it is
 * right by chance
 * @param exact the value that is said beside a right one which differs from it in a digit shown
 */
export function feedback(
  pass: Derivation,
  checked: Checked,
  words: AnswerMessages,
  step?: DerivedStep,
  exact = step && exactValue(pass, step.id),
): string {
  const { verdicts } = words;
  const name = (id: string): string => nameIn(pass, id);
  switch (checked.verdict) {
    case 'unreadable':
      return words.problem(checked.problem);
    case 'correct': {
      const said = right(checked.answer, exact, verdicts);
      return step && isByChance(pass, step, checked.answer)
        ? `${said} ${verdicts.byChance(shortText(checked.answer.expr), shortName(step.result))}`
        : said;
    }
    case 'carried':
      return verdicts.carried(name(checked.from));
    case 'wrong':
      return verdicts.wrong(writtenAnswer(checked.answer));
    case 'imprecise':
      switch (checked.lack.kind) {
        case 'answer':
          return verdicts.impreciseAnswer;
        case 'nearlyAll':
          return verdicts.tooFewDigits;
        case 'earlier':
          return verdicts.impreciseEarlier(checked.lack.id === undefined ? undefined : name(checked.lack.id));
        case 'literal':
          return verdicts.impreciseLiteral(
            String(checked.lack.value).replace('-', '−'),
            name(checked.lack.id),
          );
        case 'unmoved':
          return verdicts.unmoved(name(checked.lack.id));
        case 'handedOn':
          return verdicts.handedOn(name(checked.lack.id));
        case 'lastPass':
          return verdicts.lastPass(String(checked.lack.value).replace('-', '−'), name(checked.lack.id));
      }
  }
}

function right(answer: Answer, exact: number | undefined, verdicts: AnswerMessages['verdicts']): string {
  const own = shown(answer.value);
  const all = exact === undefined ? own : shown(exact);
  if (own === all || exact === undefined || answer.value === 0) return verdicts.correct(own);
  return keptValue(answer, exact) === answer.value
    ? verdicts.correctRounded(own, all)
    : verdicts.correctShort(all);
}

/** The short name of a quantity of this pass; an id that is none stays as it is. */
function nameIn(pass: Derivation, id: string): string {
  const quantity = pass.quantities.find((candidate) => idOf(candidate) === id);
  return quantity === undefined ? id : shortName(quantity);
}
