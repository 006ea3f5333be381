import { inNotation } from '../../core/notation/naming.ts';
import { DEFAULT_NOTATION, type Notation } from '../../core/notation/notation.ts';
import type { FunctionPass } from '../../tutor/function/exercise.ts';
import { isPass, type Pass } from '../../tutor/pass.ts';
import { jaxFunction, numpyFunction, pytorchFunction } from './function-programs.ts';
import type { Worked } from './head.ts';
import { jax } from './jax.ts';
import { latexDocument } from './latex.ts';
import { markdown } from './markdown.ts';
import { numpy } from './numpy.ts';
import { python } from './python.ts';
import { pytorch } from './pytorch.ts';
import { tikz } from './tikz.ts';
import { typescript } from './typescript.ts';

/** A form in which a pass can be taken along: a program that prints its numbers, or a document that shows them. */
export type CodeExporter = {
  /** Of a file, without the dot. */
  readonly extension: string;
  /** It is to be read: names are those of the notation. A program has names of its own. */
  readonly followsNotation?: true;
  /** It has no place for a batch. */
  readonly isOfOneExample?: true;
  /** `write`: the whole text of the file, with a line break at its end. */
} & (
  | {
      readonly goesByNumber?: never;
      readonly write: (pass: Pass) => string;
      readonly writeFunction?: (pass: FunctionPass) => string;
    }
  /** Number by number: it can say a function just as well. */
  | { readonly goesByNumber: true; readonly write: (worked: Worked) => string }
);

const rows = {
  pytorch: { extension: 'py', write: pytorch, writeFunction: pytorchFunction },
  numpy: { extension: 'py', write: numpy, writeFunction: numpyFunction },
  jax: { extension: 'py', write: jax, writeFunction: jaxFunction },
  typescript: { extension: 'ts', write: typescript, goesByNumber: true },
  python: { extension: 'py', write: python, goesByNumber: true },
  latex: { extension: 'tex', write: latexDocument, goesByNumber: true, followsNotation: true },
  tikz: { extension: 'tex', write: tikz, followsNotation: true, isOfOneExample: true },
  markdown: { extension: 'md', write: markdown, goesByNumber: true, followsNotation: true },
} as const satisfies Record<string, CodeExporter>;

export type CodeForm = keyof typeof rows;

/** Every form, one row each. What they are called is in messages/. */
export const CODE_EXPORTERS: Readonly<Record<CodeForm, CodeExporter>> = rows;

export const CODE_FORMS = Object.keys(rows) as readonly CodeForm[];

/** The forms that a pass can be taken along in. */
export const formsFor = (worked: Worked): readonly CodeForm[] =>
  isPass(worked)
    ? CODE_FORMS.filter((form) => !worked.exercise.batch || CODE_EXPORTERS[form].isOfOneExample !== true)
    : CODE_FORMS.filter((form) => functionWriter(CODE_EXPORTERS[form]));

const functionWriter = (exporter: CodeExporter): ((pass: FunctionPass) => string) | undefined =>
  exporter.goesByNumber ? exporter.write : exporter.writeFunction;

/**
 * A pass, or a function worked out, as a program or a document that says its numbers. Throws where the form is none of `formsFor`.
 * @param notation of a document; else the one in force, which is the default
 */
export function exportPass(worked: Worked, form: CodeForm, notation?: Notation): string {
  const exporter = CODE_EXPORTERS[form];
  if (!isPass(worked)) {
    const write = functionWriter(exporter);
    if (write === undefined) throw new Error(`${form} does not take a function`);
    // A function's names are its author's own.
    return write(worked);
  }
  if (!formsFor(worked).includes(form)) throw new Error(`${form} does not take a batch`);
  const used = exporter.followsNotation ? notation : DEFAULT_NOTATION;
  return inNotation(used, worked.exercise, () => exporter.write(worked));
}
