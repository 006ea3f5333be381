import type { Exporter } from '../../export/log/exporters.ts';
import type { Notebook } from '../../tutor/notebook.ts';
import { download } from '../download.ts';

/** Hands a notebook to the browser as a file. */
export const downloadNotebook = (notebook: Notebook, { extension, type, write }: Exporter): void => {
  download(`${fileName(notebook.address)}.${extension}`, write(notebook), type);
};

/** "?preset=mazur&seed=7" as "backstep-preset-mazur-seed-7"; a whole exercise is too long for a name. */
const fileName = (address: string): string =>
  `backstep${address.startsWith('?exercise') ? '-exercise' : address.replace(/[^\w]+/g, '-')}`;
