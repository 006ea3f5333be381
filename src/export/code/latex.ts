import { enCode } from '../../tutor/messages/en/code.ts';
import { conventionsOf, titleOf, type Worked } from './head.ts';
import { latexText } from './latex-text.ts';
import { givensInLatex, phasesInLatex } from './worked.ts';

/** A LaTeX document: the pass step by step, each with its formula, the numbers put in and the result. */
export const latexDocument = (pass: Worked): string =>
  [
    '\\documentclass[11pt,a4paper]{article}',
    '\\usepackage{amsmath}',
    '\\usepackage[margin=2.5cm]{geometry}',
    '% Lines break where formulas allow it, and go on a little further in.',
    '\\newcommand{\\step}[1]{\\par\\medskip\\noindent\\hangindent=2em $\\displaystyle #1$}',
    '\\raggedright',
    '\\begin{document}',
    `\\section*{${latexText(titleOf(pass))}}`,
    '\\begin{itemize}',
    ...[...conventionsOf(pass), enCode.rounded].map((sentence) => `  \\item ${latexText(sentence)}`),
    '\\end{itemize}',
    '',
    `\\subsection*{${enCode.given}}`,
    ...givensInLatex(pass).map(([name, value]) => `$${name} = ${value}$\\quad`),
    ...phasesInLatex(pass).flatMap(({ title, steps }) => [
      '',
      `\\subsection*{${title}}`,
      ...steps.map((parts) => `\\step{${parts.join(' = ')}}`),
    ]),
    '\\end{document}',
    '',
  ].join('\n');
