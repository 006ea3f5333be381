import { isFunctionFile, parseFunctionFile } from '../../tutor/function/file.ts';
import { enFileProblem } from '../../tutor/messages/en/files.ts';
import { functionPage } from '../../tutor/messages/en/function-page.ts';
import type { FunctionSource } from './source.ts';

/** Reads the text of a file that the page has saved: the function in it, or what is wrong. Never throws. */
export function functionIn(text: string): FunctionSource | string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return functionPage.noFunctionFile;
  }
  if (!isFunctionFile(data)) return functionPage.noFunctionFile;
  const parsed = parseFunctionFile(data);
  if (parsed.ok) return { kind: 'own', text: parsed.value.file.function };
  const [first] = parsed.problems;
  return first ? enFileProblem(first) : functionPage.noFunctionFile;
}
