/**
 * Formulas in a selection as text that the answer field reads: a quantity by its id, fractions in brackets, exponents
 * with ^. What a browser copies of MathML has lost all that.
 */
export function copyFormulas(event: ClipboardEvent): void {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || event.clipboardData === null) return;
  const range = selection.getRangeAt(0);
  const start = range.commonAncestorContainer;
  const holder = start instanceof Element ? start : start.parentElement;
  // Within one formula the element itself is no part of what is selected.
  const isInside = holder !== null && holder.closest('math') !== null;
  const fragment = range.cloneContents();
  if (!isInside && fragment.querySelector('math') === null) return;
  event.clipboardData.setData('text/plain', (isInside ? rowOf(fragment) : textOf(fragment)).trim());
  event.preventDefault();
}

/** Text around formulas as it is, and formulas in one line. */
const textOf = (node: Node): string =>
  node instanceof Element && node.localName === 'math'
    ? ` ${formulaOf(node)} `
    : node.childNodes.length === 0
      ? (node.textContent ?? '')
      : rowOf(node, textOf);

const rowOf = (node: Node, read: (child: Node) => string = formulaOf): string =>
  Array.from(node.childNodes, read).join('');

/** What is written as it stands: a number, a name, what has brackets. */
const isSimple = (text: string): boolean => /^(?:[\p{L}\d.]+|[\p{L}\d./']+(?:\[\d+\])*|\(.*\))$/u.test(text);
const inBrackets = (text: string): string => (isSimple(text) ? text : `(${text})`);

function formulaOf(node: Node): string {
  if (!(node instanceof Element)) return node.textContent ?? '';
  const name = node.getAttribute('data-name');
  if (name !== null) return name;
  const [first, second, third] = Array.from(node.children, formulaOf);
  switch (node.localName) {
    case 'mfrac':
      return `(${first ?? ''})/(${second ?? ''})`;
    case 'msup':
      return `${inBrackets(first ?? '')}^(${second ?? ''})`;
    case 'msqrt':
      return `√(${rowOf(node)})`;
    case 'msub':
      return `${first ?? ''}_${second ?? ''}`;
    case 'msubsup':
      return `${first ?? ''}_${second ?? ''}^(${third ?? ''})`;
    default:
      return rowOf(node);
  }
}
