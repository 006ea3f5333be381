/** Keeps a copy of the whole site for later visits, once the page has nothing more urgent to do. */
export function keepOffline(serviceWorkerUrl: string): void {
  if (!('serviceWorker' in navigator) || !location.protocol.startsWith('http')) return;
  const register = () => {
    // A visitor may forbid storage; the page works without it.
    navigator.serviceWorker.register(serviceWorkerUrl).catch(() => undefined);
  };
  // Safari has no requestIdleCallback.
  const whenIdle = () =>
    'requestIdleCallback' in window ? requestIdleCallback(register) : setTimeout(register, 500);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}
