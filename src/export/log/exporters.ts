import { en } from '../../tutor/messages/en/index.ts';
import { enNotebook } from '../../tutor/messages/en/notebook.ts';
import type { Notebook } from '../../tutor/notebook.ts';
import { csvOf } from './csv.ts';
import { markdownOf } from './markdown.ts';
import { logText } from './write.ts';

/** A form in which a notebook can be taken along. */
export type Exporter = {
  /** As people call it. */
  readonly name: string;
  readonly extension: string;
  /** Its media type. */
  readonly type: string;
  readonly write: (notebook: Notebook) => string;
};

/** Every form, one row each. */
export const EXPORTERS: readonly Exporter[] = [
  {
    ...{ name: 'Markdown', extension: 'md', type: 'text/markdown' },
    write: (notebook) => markdownOf(notebook, enNotebook, en),
  },
  {
    ...{ name: 'CSV', extension: 'csv', type: 'text/csv' },
    // Without the mark in front, spreadsheets take the text for one of their own alphabets.
    write: (notebook) => `\uFEFF${csvOf(notebook)}`,
  },
  { name: 'JSON', extension: 'json', type: 'application/json', write: logText },
];
