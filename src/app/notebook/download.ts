import type { Exporter } from '../../export/log/exporters.ts';
import type { Notebook } from '../../tutor/notebook.ts';

/** Hands a notebook to the browser as a file. Nothing leaves the page. */
export function download(notebook: Notebook, { extension, type, write }: Exporter): void {
  const url = URL.createObjectURL(new Blob([write(notebook)], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${fileName(notebook.address)}.${extension}`;
  link.click();
  // The browser may fetch it only after the click has been dealt with.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

/** "?preset=mazur&seed=7" as "backstep-preset-mazur-seed-7"; a whole exercise is too long for a name. */
const fileName = (address: string): string =>
  `backstep${address.startsWith('?exercise') ? '-exercise' : address.replace(/[^\w]+/g, '-')}`;
