import { PHONE } from './width.ts';

/** So much of what is said is to be seen at least: its beginning. On a low screen two lines. */
const beginning = (height: number): number => (height < 700 ? 44 : 76);

/** Between label and field. */
const BELOW_LABEL = 6;

/** Above the keys what goes on behind them fades (AnswerField.svelte). */
const EDGE = 10;

const find = (selector: string): HTMLElement | null => document.querySelector(selector);

/** Where the field is, below its label, when nothing holds it above the keys (AnswerField.svelte). */
function placeOfField(): { readonly top: number; readonly bottom: number } | undefined {
  const [label, field] = [find('label[for="answer"]'), find('input#answer')];
  if (!label || !field) return undefined;
  const top = label.getBoundingClientRect().bottom + BELOW_LABEL;
  return { top, bottom: top + field.offsetHeight };
}

/** What the screen shows, without what a keyboard covers of it. */
function screen(): { readonly top: number; readonly bottom: number } {
  const view = visualViewport;
  const top = view?.offsetTop ?? 0;
  return { top, bottom: top + (view?.height ?? innerHeight) };
}

/** What stays at the lower edge, whatever is scrolled: the keys, or the tabs of the log and the guide. */
function heightBelow(): number {
  const keys = find('.keys');
  const style = keys && getComputedStyle(keys);
  // On a phone on its side they stand beside the question.
  const isBeside =
    keys && keys.getBoundingClientRect().right <= (find('#answer')?.getBoundingClientRect().left ?? 0);
  if (keys && style?.position === 'sticky' && !isBeside)
    return keys.offsetHeight + (Number.parseFloat(style.bottom) || 0);
  return find('.tabs')?.offsetHeight ?? 0;
}

/** What stays at the upper edge: the network, unless it stands beside its question. */
function heightAbove(heading: HTMLElement): number {
  const network = find('.trainer:not([hidden]) .network');
  const style = network && getComputedStyle(network);
  if (!network || style?.position !== 'sticky') return 0;
  const isBeside = network.getBoundingClientRect().right <= heading.getBoundingClientRect().left;
  // A part of it may go above the screen.
  return isBeside ? 0 : network.offsetHeight + (Number.parseFloat(style.top) || 0);
}

/**
 * Brings the question with its field onto the screen, and the beginning of what is said of the last answer. On a phone
 * the heading comes to the same place each time, below the network; elsewhere only what is out of sight moves.
 * @param news where what is said stands, as a selector
 */
export function place(news = '#told'): void {
  const heading = find('h2[tabindex]');
  // With the way back above it, if there is one.
  const box = heading?.parentElement?.getBoundingClientRect();
  if (heading === null || box === undefined) return;
  const { top, bottom } = screen();
  const upper = top + heightAbove(heading);
  const lower = bottom - heightBelow();
  const field = placeOfField() ?? box;
  const said = [...document.querySelectorAll(news)].at(-1)?.getBoundingClientRect();
  const end = Math.max(
    field.bottom + 8,
    said ? Math.min(said.bottom, said.top + beginning(bottom - top)) : 0,
  );
  const [toTop, toEnd] = [box.top - upper, end - lower];
  // Elsewhere what is above the question, a graph or a network, is left there as far as can be.
  const by = matchMedia(PHONE).matches ? Math.max(toTop, toEnd) : Math.min(toTop, Math.max(toEnd, 0));
  // The field itself is never pushed out: what is typed must be seen.
  scrollBy(0, Math.min(by, field.top - 8 - upper));
}

/**
 * Brings all of a part up from behind the keys, as far as what is above it stays in sight.
 * @param above itself, where only its own beginning has to stay
 */
export function reveal(part: Element, above = part): void {
  const heading = find('h2[tabindex]');
  if (heading === null) return;
  const { top, bottom } = screen();
  const hidden = part.getBoundingClientRect().bottom + EDGE - (bottom - heightBelow());
  const room = above.getBoundingClientRect().top - (top + heightAbove(heading));
  if (hidden > 0) scrollBy(0, Math.min(hidden, Math.max(room, 0)));
}

/**
 * A keyboard that rises over the page takes the lower half of the screen: then, and when a finger has brought the field
 * the focus, field and question come into what is left. Where there is a mouse nothing moves: its next click would land
 * elsewhere. Until it is ended.
 */
export function followKeyboard(): () => void {
  const view = visualViewport;
  const isTyping = (): boolean => document.activeElement?.matches('input#answer') ?? false;
  const cover = (): void => {
    const { bottom } = screen();
    document.documentElement.style.setProperty('--covered', `${Math.max(0, innerHeight - bottom)}px`);
  };
  const come = (): void => {
    cover();
    if (isTyping()) placeIfHidden();
  };
  const touched = (): void => {
    if (matchMedia('(pointer: coarse)').matches) come();
  };
  view?.addEventListener('resize', come);
  view?.addEventListener('scroll', cover);
  document.addEventListener('focusin', touched);
  cover();
  touched();
  return () => {
    view?.removeEventListener('resize', come);
    view?.removeEventListener('scroll', cover);
    document.removeEventListener('focusin', touched);
    document.documentElement.style.removeProperty('--covered');
  };
}

/** As long as question and field are in sight, nothing moves under the finger. */
export function placeIfHidden(): void {
  const heading = find('h2[tabindex]');
  const field = placeOfField();
  if (!heading || !field) return;
  const isSeen =
    heading.getBoundingClientRect().top >= screen().top + heightAbove(heading) &&
    field.bottom <= screen().bottom - heightBelow();
  // By the whole network there is room for little: the question goes before what was said.
  if (!isSeen) place(find('.whole') ? '#asked' : undefined);
}

/**
 * A value has been put into the field from above it: what was tapped stays where it is, as the field is held above the
 * keys. Where there is not the room for that, as much is scrolled as they cover of the field; and where the keys stand
 * below the network, and so cover that.
 */
export function showField(): void {
  const [field, keys] = [find('input#answer'), find('.keys')].map((part) => part?.getBoundingClientRect());
  if (!field || !keys) return;
  if (keys.right <= field.left) placeIfHidden();
  else scrollBy(0, Math.max(0, Math.min(field.bottom - keys.top, field.height)));
}
