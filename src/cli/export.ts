import { CODE_EXPORTERS, CODE_FORMS, exportPass, formsFor, type CodeForm } from '../export/code/exporters.ts';
import { isPass } from '../tutor/pass.ts';
import type { Arguments } from './arguments.ts';
import { eachExercise } from './each.ts';
import type { Io } from './lines.ts';
import { workedOf } from './exercises.ts';
import { andThen, fault, right, type Result } from './result.ts';
import { words } from './words.ts';

/** A pass as a file. */
export type Exported = {
  readonly to: CodeForm;
  /** Of the file, without the dot. */
  readonly extension: string;
  readonly text: string;
};

const isForm = (to: string): to is CodeForm => (CODE_FORMS as readonly string[]).includes(to);

export function exportCode(args: Arguments, io: Io): Promise<Result<void>> {
  const { to, pass, notation } = args;
  if (to === undefined || !isForm(to)) return Promise.resolve(fault(words.noForm(to, CODE_FORMS)));
  const { extension } = CODE_EXPORTERS[to];
  return eachExercise<Exported>(
    args,
    io,
    (exercise) =>
      andThen(workedOf(exercise, pass), (worked) => {
        const forms = formsFor(worked);
        const refused = isPass(worked) ? words.formOfBatch : words.formOfFunction;
        return forms.includes(to)
          ? right({ to, extension, text: exportPass(worked, to, notation) })
          : fault(refused(to, forms));
      }),
    // Printing ends the last line.
    ({ text }) => text.replace(/\n$/, ''),
  );
}
