import { shownGiven } from '../../core/expressions/digits.ts';
import { number } from '../../core/expressions/expr.ts';
import { latex, latexName } from '../../core/expressions/latex.ts';
import {
  activation,
  bias,
  gradient,
  idOf,
  loss,
  preActivation,
  target,
  weight,
  type Quantity,
} from '../../core/quantity.ts';
import { enCode } from '../../tutor/messages/en/code.ts';
import type { Pass } from '../../tutor/pass.ts';
import { titleOf } from './head.ts';
import { latexText } from './latex-text.ts';
import { latexNumber } from './worked.ts';
import { upTo } from '../../core/network/shape.ts';

/** Centimetres from unit to unit, and from layer to layer: further where more arrows meet. */
const DOWN = 3.4;
const across = (layers: readonly number[]): number => 5 + 1.2 * Math.max(...layers);

/** A picture of the network with its values, forward in one colour and backward in another. */
export function tikz(pass: Pass): string {
  const { layers } = pass.exercise.network;
  const last = layers.length - 1;
  const at = (layer: number, unit: number, size: number): string =>
    `(${(layer * across(layers)).toFixed(1)}, ${(((size + 1) / 2 - unit) * DOWN).toFixed(1)})`;
  const units = layers.flatMap((size, k) => upTo(size).map((j) => ({ k, j, size })));
  return [
    `% ${titleOf(pass)}`,
    '\\documentclass[tikz,border=8pt]{standalone}',
    '\\usepackage{amsmath}',
    '\\definecolor{forward}{HTML}{1F5FA8}',
    '\\definecolor{backward}{HTML}{A8431F}',
    '\\begin{document}',
    '\\begin{tikzpicture}[',
    '  >=stealth,',
    '  font=\\footnotesize,',
    '  unit/.style={draw, rounded corners, align=left, inner sep=5pt},',
    '  above arrow/.style={pos=.72, sloped, above, inner sep=1.5pt, text=forward},',
    '  below arrow/.style={pos=.72, sloped, below, inner sep=1.5pt, text=backward},',
    ']',
    ...units.map(({ k, j, size }) => `\\node[unit] (u${k}-${j}) at ${at(k, j, size)} {${face(pass, k, j)}};`),
    `\\node[unit] (E) at ${at(last + 1, 1, 1)} {${line(pass, loss, 'forward')}};`,
    ...units
      .filter(({ k }) => k > 0)
      .flatMap(({ k, j }) =>
        upTo(layers[k - 1] ?? 0).map((i) =>
          arrow(`u${k - 1}-${i}`, `u${k}-${j}`, pass, weight(k, i, j), gradient(weight(k, i, j))),
        ),
      ),
    ...upTo(layers[last] ?? 0).map((j) =>
      arrow(`u${last}-${j}`, 'E', pass, target(j), gradient(activation(last, j))),
    ),
    '\\node[below=12pt, align=left] at (current bounding box.south) {%',
    `  \\textcolor{forward}{${latexText(enCode.legend.forward)}}\\\\`,
    `  \\textcolor{backward}{${latexText(enCode.legend.backward)}}};`,
    '\\end{tikzpicture}',
    '\\end{document}',
    '',
  ].join('\n');
}

/** All that a unit is known by, a line each; what a pass does not have is left out. */
function face(pass: Pass, layer: number, unit: number): string {
  const [a, z] = [activation(layer, unit), preActivation(layer, unit)];
  return [
    line(pass, bias(layer, unit), 'forward'),
    line(pass, z, 'forward'),
    line(pass, a, 'forward'),
    line(pass, gradient(z), 'backward'),
  ]
    .filter((text) => text !== '')
    .join('\\\\');
}

const line = (pass: Pass, quantity: Quantity, colour: string): string => {
  const value = written(pass, quantity);
  return value === '' ? '' : `\\textcolor{${colour}}{$${latexName(quantity)} = ${value}$}`;
};

/** A number as the page shows it; empty where the pass has none. */
function written(pass: Pass, quantity: Quantity): string {
  const id = idOf(quantity);
  const value = pass.values.get(id);
  if (value === undefined) return '';
  return pass.givens.some((given) => idOf(given) === id)
    ? latex(number(value, shownGiven(value)))
    : latexNumber(value, 4);
}

/** An arrow with what it carries forward above, and what comes back below. To the loss the target goes along: both have their names. */
function arrow(from: string, to: string, pass: Pass, above: Quantity, below: Quantity): string {
  const isTarget = above.kind === 'target';
  const place = isTarget ? ', pos=.5' : '';
  const label = (quantity: Quantity): string =>
    `$${isTarget ? `${latexName(quantity)} = ` : ''}${written(pass, quantity)}$`;
  return (
    `\\draw[->] (${from}.east) -- node[above arrow${place}] {${label(above)}}` +
    ` node[below arrow${place}] {${label(below)}} (${to}.west);`
  );
}
