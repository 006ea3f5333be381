/** So long an announcement stays to be picked up: who reads on to the end of the page is not to find old ones there. */
const STAYS_MS = 10_000;

type Said = { readonly id: number; readonly text: string };

let said = $state.raw<readonly Said[]>([]);
let count = 0;

/** What has just been said: `Announcer.svelte` is the page's one live region, and shows it. */
export const announcer = {
  get said() {
    return said;
  },
};

/** As it is written where the words that it is read aloud in cannot be loaded. */
const inWords = (text: string): Promise<string> =>
  import('../tutor/messages/en/aloud.ts').then(
    ({ aloud }) => aloud(text),
    () => text,
  );

/**
 * Says something to who does not see the page change. What is said twice is heard twice, and what is said right after
 * something else comes after it: each has an element of its own.
 */
export function announce(text: string): void {
  if (text === '') return;
  void inWords(text).then((heard) => {
    const one = { id: ++count, text: heard };
    said = [...said, one];
    setTimeout(() => (said = said.filter((other) => other !== one)), STAYS_MS);
  });
}
