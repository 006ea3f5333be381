import { CODE_EXPORTERS, type CodeForm } from '../../export/code/exporters.ts';

/**
 * What a file is called: "backstep-pass-1-numpy.py", of a function "backstep-function-python.py".
 * @param pass its number; none of a function
 */
export const fileName = (pass: number | undefined, form: CodeForm): string =>
  `backstep-${pass === undefined ? 'function' : `pass-${pass}`}-${form}.${CODE_EXPORTERS[form].extension}`;
