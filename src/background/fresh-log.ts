import { mustHaveRoom } from '../ledger';
import { browser } from '../platform/browser';

const doneKey = 'fresh-log';
const name = 'claimcheck-fresh-log';
/** More than LevelDB gathers before it begins a new log (4 MB). */
const bytes = 5_000_000;
/** A larger value would become a file beside the log. */
const each = 60_000;

/**
 * Once in each session of the browser: has Chromium's database begin a new log. A browser killed in the midst of a
 * write leaves a torn record at the end of the log; Chromium's next start reads all before it, but goes on writing
 * behind it, and the start after that finds a wrong checksum and deletes every database of the extension. All of an
 * extension's databases share one log, and a full one is closed, sorted into tables and thrown away: so this fills it.
 * Throws LedgerProblem `quota` where the disk is nearly full; then nothing was written.
 */
export async function beginFreshLog(): Promise<void> {
  // `usageDetails` is Chromium's own; Firefox keeps its databases otherwise.
  if (!('usageDetails' in (await navigator.storage.estimate()))) return;
  await navigator.locks.request(name, async () => {
    if ((await browser.storage.session.get(doneKey))[doneKey] === true) return;
    await mustHaveRoom();
    await fill();
    await browser.storage.session.set({ [doneKey]: true });
  });
}

async function fill(): Promise<void> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('fill');
  const db = await result(opening);
  try {
    const tx = db.transaction('fill', 'readwrite');
    const written = ended(tx);
    for (let at = 0; at * each < bytes; at++)
      // Bytes at random: Chromium would press any others together.
      tx.objectStore('fill').put(crypto.getRandomValues(new Uint8Array(each)), at);
    await written;
  } finally {
    db.close();
  }
  await result(indexedDB.deleteDatabase(name));
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function ended(tx: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
  });
}
