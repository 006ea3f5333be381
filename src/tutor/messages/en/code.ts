/** What exported programs and documents say beside the formulas, and the dialog that offers them. */
export const enCode = {
  heading: (of: {
    readonly layers: readonly number[];
    readonly activations: readonly string[];
    readonly pass: number;
    readonly example: number | 'all';
    readonly examples: number;
  }) =>
    `Backpropagation by hand: pass ${of.pass} of a ${of.layers.join('-')} network (${of.activations.join(', ')})` +
    (of.example === 'all'
      ? `, a batch of ${of.examples}.`
      : of.examples === 1
        ? '.'
        : ` with example ${of.example} of ${of.examples}.`),
  functionHeading:
    'A function and its slopes: each value on the way forward, then each slope on the way back.',
  runTypeScript: 'To run it: npx tsx FILE, or from Node 22.6 on: node --experimental-strip-types FILE.',
  given: 'Given',
  results: 'Every number of the pass',
  rows: 'Row j of W1, W2, … holds the weights that lead to unit j: w with indices i, j stands in its column i.',
  exampleRows: 'Row i of a0 and t, and of all that is worked out of them, belongs to example i.',
  show: 'Prints each number under its name. Units count from 1.',
  showEach: 'The same of each example: its number follows an @.',
  plainZero: '-0.0 + 0.0 is 0.0',
  exampleSlopes:
    'The values of an example move its own loss only: along them the sum of all losses has the same slope.',
  keepGradients: 'Keep the gradients of values between the weights and the loss too.',
  moved: 'The loss, and the values on the way to it. `moved` is added to them: its slopes are theirs.',
  keepSlopes: 'Keep the slopes along the values on the way too.',
  movedNodes: 'The function, and the values on the way. `moved` is added to them: its slopes are theirs.',
  rounded: 'Numbers put in are written with four digits. Each result is worked out from exact ones.',
  legend: {
    forward: 'forward: values, and above each arrow its weight; above those to E, the target',
    backward:
      'backward: slopes of E, and below each arrow that along its weight; below those to E, along the prediction',
  },
  conventions: 'Conventions',
  fewerForms: 'TikZ, the picture, takes one example at a time.',
  fewerOfFunction: 'TikZ, the picture, takes networks only.',
  title: 'This pass as code',
  functionTitle: 'This function as code',
  intro: (pass: number) =>
    `Pass ${pass} of this network, every number worked out, in a form that runs or can be printed.`,
  functionIntro: 'This function, every number worked out, in a form that runs or can be printed.',
  form: 'Form',
  text: 'The text',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser does not let the page copy. Select the text and copy it by hand.',
  download: (file: string) => `Download ${file}`,
  /** What each form is, beside its name. */
  about: {
    pytorch: 'PyTorch: autograd and an optimizer',
    numpy: 'NumPy: vectors and matrices',
    jax: 'JAX: the loss as a function',
    typescript: 'TypeScript: number by number',
    python: 'Python: number by number',
    latex: 'LaTeX: the worked pass',
    tikz: 'TikZ: the picture, in LaTeX',
    markdown: 'Markdown: the worked pass',
  },
  /** What those are of a function that are something else of a network. */
  aboutFunction: {
    pytorch: 'PyTorch: autograd',
    numpy: 'NumPy: number by number',
    jax: 'JAX: the function and its slopes',
  } as Readonly<Record<string, string>>,
} as const;
