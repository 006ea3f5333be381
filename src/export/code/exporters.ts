import { inNotation } from '../../core/notation/naming.ts';
import { DEFAULT_NOTATION, type Notation } from '../../core/notation/notation.ts';
import type { Pass } from '../../tutor/pass.ts';
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
  /** The whole text of the file, with a line break at its end. */
  readonly write: (pass: Pass) => string;
  /** It can say a pass over a batch: it goes number by number. */
  readonly takesBatches?: true;
  /** It is to be read: names are those of the notation. A program has names of its own. */
  readonly followsNotation?: true;
};

const rows = {
  pytorch: { extension: 'py', write: pytorch },
  numpy: { extension: 'py', write: numpy },
  jax: { extension: 'py', write: jax },
  typescript: { extension: 'ts', write: typescript, takesBatches: true },
  python: { extension: 'py', write: python, takesBatches: true },
  latex: { extension: 'tex', write: latexDocument, takesBatches: true, followsNotation: true },
  tikz: { extension: 'tex', write: tikz, followsNotation: true },
  markdown: { extension: 'md', write: markdown, takesBatches: true, followsNotation: true },
} as const satisfies Record<string, CodeExporter>;

export type CodeForm = keyof typeof rows;

/** Every form, one row each. What they are called is in messages/. */
export const CODE_EXPORTERS: Readonly<Record<CodeForm, CodeExporter>> = rows;

export const CODE_FORMS = Object.keys(rows) as readonly CodeForm[];

/** The forms that a pass can be taken along in. */
export const formsFor = ({ exercise: { batch } }: Pass): readonly CodeForm[] =>
  batch ? CODE_FORMS.filter((form) => CODE_EXPORTERS[form].takesBatches) : CODE_FORMS;

/**
 * A pass as a program or a document that says its numbers. Throws where the form is none of `formsFor`.
 * @param notation of a document; else the one in force, which is the default
 */
export function exportPass(pass: Pass, form: CodeForm, notation?: Notation): string {
  if (!formsFor(pass).includes(form)) throw new Error(`${form} does not take a batch`);
  const { write, followsNotation } = CODE_EXPORTERS[form];
  const used = followsNotation ? notation : DEFAULT_NOTATION;
  return inNotation(used, pass.exercise, () => write(pass));
}
