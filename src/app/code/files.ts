import { CODE_EXPORTERS, type CodeForm } from '../../export/code/exporters.ts';

/** What a pass's file is called: "backstep-pass-1-numpy.py". */
export const fileName = (pass: number, form: CodeForm): string =>
  `backstep-pass-${pass}-${form}.${CODE_EXPORTERS[form].extension}`;
