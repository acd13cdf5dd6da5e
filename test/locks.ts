/** Web Locks where Node has none (before 24): one holder of a name after the other, in the order they asked. */
const holders = new Map<string, Promise<unknown>>();

function request<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const mine = (holders.get(name) ?? Promise.resolve()).then(work);
  holders.set(
    name,
    mine.catch(() => undefined),
  );
  return mine;
}

if (!('navigator' in globalThis))
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true, writable: true });
// happy-dom has none, and says null.
if (!navigator.locks) Object.defineProperty(navigator, 'locks', { value: { request } });
