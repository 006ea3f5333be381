import { notationInForce } from '../../core/notation/naming.ts';
import { notationText } from '../../core/notation/notation.ts';
import { beliefAt, scopeOf } from '../../tutor/checking/check.ts';
import { inForce, type Typed } from '../../tutor/checking/typed.ts';
import type { DerivedStep } from '../../tutor/pass.ts';
import { typedAnswers } from './answering.ts';
import type { Desk } from './desk.ts';
import type { Work } from './work.ts';

/** The work with what has been begun in the names of the notation in force; itself where it has them. */
export function spelled(desk: Desk): Work {
  const { pass, work, step, next } = desk;
  const notation = notationText(notationInForce());
  const isOther = ({ typed, notation: own }: Typed): boolean =>
    typed !== '' && own !== undefined && own !== notation;
  const spell = (typed: Typed, at: DerivedStep): string =>
    inForce(pass, typed, scopeOf(pass, at, beliefAt(pass, at.id, typedAnswers(desk))));
  const draft: Typed = { typed: work.draft, notation: work.draftIn };
  const aside: Typed = { typed: work.aside ?? '', notation: work.asideIn };
  if (!isOther(draft) && !isOther(aside)) return work;
  return {
    ...work,
    ...(step && isOther(draft) && { draft: spell(draft, step), draftIn: notation }),
    ...(next && isOther(aside) && { aside: spell(aside, next), asideIn: notation }),
  };
}
