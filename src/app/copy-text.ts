/**
 * Copies a text. False where the page may not: on plain http, say, there is no clipboard at all. Then the text is to be
 * shown, to be copied by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
