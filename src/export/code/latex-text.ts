/** Signs of sentences that are not letters to LaTeX. */
const SIGNS: Readonly<Record<string, string>> = {
  '½': '$\\frac{1}{2}$',
  '²': '$^2$',
  '−': '$-$',
  '′': '$\\prime$',
  '∂': '$\\partial$',
  '·': '$\\cdot$',
  '√': '$\\surd$',
  Φ: '$\\Phi$',
  δ: '$\\delta$',
  η: '$\\eta$',
  σ: '$\\sigma$',
  φ: '$\\varphi$',
  '’': "'",
  '…': '\\ldots{}',
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A sentence for the text of a LaTeX document. */
export const latexText = (text: string): string =>
  text.replace(
    /[^\w\s,.;:!?()'=+/-]|_/g,
    (sign) => SIGNS[sign] ?? (/[&%$#_{}]/.test(sign) ? `\\${sign}` : sign),
  );
