import { withStorage } from '../session/storage.ts';
import { RATES, USUAL_RATE, type Rate } from './playback.ts';

const KEY = 'backstep/rate';

export const rateOf = (id: string | null | undefined): Rate =>
  RATES.find((rate) => rate.id === id) ?? RATES.find((rate) => rate.id === USUAL_RATE)!;

/** The rate chosen last. */
export const rememberedRate = (): Rate => rateOf(withStorage(() => localStorage.getItem(KEY)));

export function rememberRate({ id }: Rate): void {
  withStorage(() => {
    localStorage.setItem(KEY, id);
  });
}
