import { cellOf } from '../diagram/cell-of.ts';

/** Milliseconds that an accepted number takes to its cell. */
const DURATION = 250;

let under: Animation | undefined;

/** Ends the picture of a travelling number at once: typing goes first. */
export function endTravel(): void {
  under?.finish();
}

/**
 * Shows a number on its way from the answer field to its cell. Nothing waits for it, and it is left out where the system
 * asks for less motion.
 */
export function travel(text: string, id: string): void {
  const [from, to] = [document.querySelector('input#answer'), cellOf(id)];
  if (from === null || to === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const [start, end] = [from.getBoundingClientRect(), to.getBoundingClientRect()];
  if (end.width === 0 || end.bottom < 0 || end.top > innerHeight) return;
  const traveller = document.createElement('span');
  traveller.textContent = text;
  traveller.className = 'traveller';
  traveller.setAttribute('aria-hidden', 'true');
  document.body.append(traveller);
  const { width, height } = traveller.getBoundingClientRect();
  const at = (x: number, y: number): string => `translate(${x - width / 2}px, ${y - height / 2}px)`;
  endTravel();
  under = traveller.animate(
    [
      { transform: at(start.left + 40, start.top + start.height / 2), opacity: 1 },
      { transform: at(end.left + end.width / 2, end.top + end.height / 2), opacity: 0.6 },
    ],
    { duration: DURATION, easing: 'ease-in-out' },
  );
  under.onfinish = () => {
    traveller.remove();
  };
}
