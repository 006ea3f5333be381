/**
 * A moment in which the next hint does not open: a hint is there to be tried, and who clicks through them all learns
 * less (Aleven and others 2006). Ten seconds are advised; but whoever is stuck should not have to sit still, and four
 * are enough to read a hint twice and to begin.
 */
const DWELL_MS = 4000;

export function createDwell() {
  let isOn = $state(false);
  /** A hint was asked for meanwhile. */
  let isAsked = $state(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    clearTimeout(timer);
    isOn = false;
    isAsked = false;
  }

  return {
    get isOn() {
      return isOn;
    },
    get isAsked() {
      return isAsked;
    },
    begin: (): void => {
      end();
      isOn = true;
      // That the wait was pointed out stays until something else happens, so that nothing moves by itself.
      timer = setTimeout(() => (isOn = false), DWELL_MS);
    },
    end,
    ask: (): void => {
      isAsked = true;
    },
  };
}
