/** Signs of sentences that are not letters to LaTeX. */
const SIGNS: Readonly<Record<string, string>> = {
  '½': '$\\frac{1}{2}$',
  '²': '$^2$',
  '−': '$-$',
  '′': "$'$",
  // In text, without an encoding of its own, it would come out as a dash.
  '|': '$|$',
  '∂': '$\\partial$',
  '·': '$\\cdot$',
  '√': '$\\surd$',
  Φ: '$\\Phi$',
  α: '$\\alpha$',
  β: '$\\beta$',
  δ: '$\\delta$',
  ε: '$\\varepsilon$',
  η: '$\\eta$',
  λ: '$\\lambda$',
  μ: '$\\mu$',
  π: '$\\pi$',
  ρ: '$\\rho$',
  σ: '$\\sigma$',
  φ: '$\\varphi$',
  '’': "'",
  '…': '\\ldots{}',
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A sentence for the text of a LaTeX document, in plain ASCII. Throws at a sign it has no command for. */
export const latexText = (text: string): string => text.replace(/[^\w\s,.;:!?()'=+/-]|_/gu, latexSign);

function latexSign(sign: string): string {
  const command = SIGNS[sign] ?? (/[&%$#_{}]/.test(sign) ? `\\${sign}` : sign);
  if (/[^\x20-\x7e]/.test(command)) throw new Error(`latexText has no command for ${sign}`);
  return command;
}
