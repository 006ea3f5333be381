import { enCode } from '../../tutor/messages/en/code.ts';
import { conventionsOf, titleOf, type Worked } from './head.ts';
import { givensInLatex, phasesInLatex } from './worked.ts';

/** Markdown with formulas between dollar signs, as GitHub, Jupyter, Obsidian and others show them. */
export const markdown = (pass: Worked): string =>
  [
    `# ${titleOf(pass)}`,
    '',
    ...[...conventionsOf(pass), enCode.rounded].map((sentence) => `- ${sentence}`),
    '',
    `## ${enCode.given}`,
    '',
    ...givensInLatex(pass).map(([name, value]) => `- $${name} = ${value}$`),
    ...phasesInLatex(pass).flatMap(({ title, steps }) => [
      '',
      `## ${title}`,
      '',
      ...steps.map((parts, i) => `${i + 1}. $${parts.join(' = ')}$`),
    ]),
    '',
  ].join('\n');
