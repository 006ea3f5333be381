/** Greek letters that may be part of a name, with their names in LaTeX; σ, π, φ and the like are read by themselves. */
export const GREEK: ReadonlyMap<string, string> = new Map(
  [
    ...['α alpha', 'β beta', 'γ gamma', 'δ delta', 'ε epsilon', 'ζ zeta', 'η eta', 'θ theta', 'ι iota'],
    ...[
      'κ kappa',
      'λ lambda',
      'μ mu',
      'ν nu',
      'ξ xi',
      'ρ rho',
      'τ tau',
      'υ upsilon',
      'χ chi',
      'ψ psi',
      'ω omega',
    ],
    ...['Γ Gamma', 'Δ Delta', 'Θ Theta', 'Λ Lambda', 'Ξ Xi', 'Υ Upsilon', 'Ψ Psi', 'Ω Omega'],
  ].map((pair) => pair.split(' ') as [string, string]),
);

/** The letters by their names. */
export const GREEK_BY_NAME: ReadonlyMap<string, string> = new Map(
  [...GREEK].map(([letter, name]) => [name, letter]),
);
