/** Hands a text to the browser as a file. Nothing leaves the page. */
export function download(name: string, text: string, type = 'text/plain'): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser may fetch it only after the click has been dealt with.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
