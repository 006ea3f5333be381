import { shownGiven } from '../../core/expressions/digits.ts';
import { shortName } from '../../core/expressions/names.ts';
import { PHASES, type Phase, type Step } from '../../core/network/tape.ts';
import { idOf } from '../../core/quantity.ts';
import { marksOf, wayOf } from '../../tutor/marks.ts';
import type { Messages } from '../../tutor/messages/index.ts';
import type { NotebookWords } from '../../tutor/messages/en/notebook.ts';
import { namedGivens } from '../../tutor/named-givens.ts';
import { entriesOf, type Entry, type Notebook } from '../../tutor/notebook.ts';
import { exactValue, stepOf, type Pass } from '../../tutor/pass.ts';
import { standingOf } from '../../tutor/standing.ts';
import { writtenAnswer } from '../../tutor/written.ts';
import { isoTime } from './write.ts';

/** The notebook to be read: a table of answers for each phase of each pass, its tries and hints below. */
export function markdownOf(
  notebook: Notebook,
  words: NotebookWords,
  { phaseNames }: Pick<Messages, 'phaseNames'>,
): string {
  const { exercise, address, passes } = notebook;
  const marks = marksOf(notebook);
  const entries = entriesOf(notebook);
  const blocks = [
    `# ${words.title}`,
    `${words.network(exercise.network.layers)}. ${words.exercise}: ${code(address)}`,
    ...(exercise.batch ? [words.exampleLegend] : []),
    ...(passes.length > 1 ? [`${words.all}: ${words.marks(marks.total)}`] : []),
    ...passes.flatMap((pass, i) => [
      `## ${words.pass(pass.number)}`,
      `${words.given}: ${givens(pass)}.`,
      words.marks(marks.passes[i]!),
      ...PHASES.flatMap((phase) => {
        const ofPhase = entries.filter((entry) => entry.pass === pass.number && entry.phase === phase);
        if (ofPhase.length === 0) return [];
        return [
          `### ${phaseNames[phase]}`,
          ...answers(notebook, pass, phase, words),
          ...tries(pass, ofPhase, words),
        ];
      }),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The numbers that a pass starts from. */
const givens = (pass: Pass): string =>
  namedGivens(pass)
    .map((given) => `${shortName(given)} = ${shownGiven(exactValue(pass, idOf(given)))}`)
    .join(', ');

function answers(
  { log, workings }: Notebook,
  pass: Pass,
  phase: Phase,
  words: NotebookWords,
): readonly string[] {
  const standing = standingOf(pass, log, workings.get(pass.number) ?? {});
  const rows = pass.steps
    .filter((step) => step.phase === phase)
    .flatMap((step) => {
      const answer = standing.answers.get(step.id);
      const checked = standing.checked.get(step.id);
      if (answer === undefined || checked === undefined || checked.verdict === 'unreadable') return [];
      const way = wayOf(pass, log, standing, step.id);
      const exact = checked.verdict === 'correct' ? exactValue(pass, step.id) : undefined;
      const result = writtenAnswer(checked.answer, exact);
      const how = way === undefined ? words.verdicts[checked.verdict] : words.ways[way];
      return [[nameOf(step), code(answer.typed), result, how]];
    });
  if (rows.length === 0) return [];
  const { step, worked, result, way } = words.columns;
  const line = (cells: readonly string[]): string => `| ${cells.map(inCell).join(' | ')} |`;
  return [[line([step, worked, result, way]), '| --- | --- | --- | --- |', ...rows.map(line)].join('\n')];
}

function tries(pass: Pass, entries: readonly Entry[], words: NotebookWords): readonly string[] {
  const lines = entries.flatMap((entry) => {
    if (entry.kind === 'shown' || entry.kind === 'filled') return [];
    const what =
      entry.kind === 'hint'
        ? words.hint(entry.hints)
        : `${code(entry.typed)}, ${words.verdicts[entry.verdict]}`;
    return [`- ${nameOf(stepOf(pass, entry.step))}, ${timeOf(entry)}: ${what}`];
  });
  return lines.length === 0 ? [] : [`${words.tries}:`, lines.join('\n')];
}

const nameOf = ({ result }: Step): string => shortName(result);

/** "2026-11-24 17:30:12 UTC" */
const timeOf = ({ at }: Entry): string => `${isoTime(at).slice(0, 19).replace('T', ' ')} UTC`;

/** As it stands, whatever is in it: between more backticks than it holds in a row; a span cannot hold a line break. */
function code(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A span loses one space at each end, where both are there.
  const pad = /^[`\s]|[`\s]$/.test(line) || line === '' ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A bar would end the cell, within code too. */
const inCell = (text: string): string => text.replaceAll('|', '\\|');
