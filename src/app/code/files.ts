import { CODE_EXPORTERS, type CodeForm } from '../../export/code/exporters.ts';

/** What a pass's file is called: "backstep-pass-1-numpy.py". */
export const fileName = (pass: number, form: CodeForm): string =>
  `backstep-pass-${pass}-${form}.${CODE_EXPORTERS[form].extension}`;

/** Hands a text to the browser as a file. Nothing leaves the page. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser may fetch it only after the click has been dealt with.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
