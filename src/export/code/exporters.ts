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
};

const rows = {
  pytorch: { extension: 'py', write: pytorch },
  numpy: { extension: 'py', write: numpy },
  jax: { extension: 'py', write: jax },
  typescript: { extension: 'ts', write: typescript, takesBatches: true },
  python: { extension: 'py', write: python, takesBatches: true },
  latex: { extension: 'tex', write: latexDocument, takesBatches: true },
  tikz: { extension: 'tex', write: tikz },
  markdown: { extension: 'md', write: markdown, takesBatches: true },
} as const satisfies Record<string, CodeExporter>;

export type CodeForm = keyof typeof rows;

/** Every form, one row each. What they are called is in messages/. */
export const CODE_EXPORTERS: Readonly<Record<CodeForm, CodeExporter>> = rows;

export const CODE_FORMS = Object.keys(rows) as readonly CodeForm[];

/** The forms that a pass can be taken along in. */
export const formsFor = ({ exercise: { batch } }: Pass): readonly CodeForm[] =>
  batch ? CODE_FORMS.filter((form) => CODE_EXPORTERS[form].takesBatches) : CODE_FORMS;

/** A pass as a program or a document that says its numbers. Throws where the form is none of `formsFor`. */
export function exportPass(pass: Pass, form: CodeForm): string {
  if (!formsFor(pass).includes(form)) throw new Error(`${form} does not take a batch`);
  return CODE_EXPORTERS[form].write(pass);
}
