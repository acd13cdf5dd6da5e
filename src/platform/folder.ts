/*
 * A folder on the seller's disk, chosen once and remembered (Chromium alone). The browser's handle can be
 * kept in a database only, so it has one of its own, beside the ledger.
 */

interface Folder extends FileSystemDirectoryHandle {
  queryPermission?(wish: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(wish: { mode: 'readwrite' }): Promise<PermissionState>;
}

type Chooser = (wish: { id: string; mode: 'readwrite' }) => Promise<Folder>;

export type { Folder };

const database = 'claimcheck-folder';
const key = 'folder';
const wish = { mode: 'readwrite' } as const;

function chooser(): Chooser | undefined {
  return (globalThis as { showDirectoryPicker?: Chooser }).showDirectoryPicker;
}

/** Whether this browser can write into a folder of the seller's. */
export function canUseFolder(): boolean {
  return chooser() !== undefined;
}

/** Asks for a folder and remembers it; null where the seller chose none. Needs a click. */
export async function chooseFolder(): Promise<Folder | null> {
  try {
    const folder = (await chooser()?.({ id: 'claimcheck', ...wish })) ?? null;
    if (folder) await inStore('readwrite', (store) => store.put(folder, key));
    return folder;
  } catch (error) {
    // So the browser tells that the dialog was closed.
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** The folder chosen before, or null. */
export async function chosenFolder(): Promise<Folder | null> {
  if (!canUseFolder()) return null;
  return (await inStore('readonly', (store) => store.get(key))) ?? null;
}

/** Forgets the folder; what was written into it stays. */
export async function forgetFolder(): Promise<void> {
  await inStore('readwrite', (store) => store.delete(key));
}

/** Whether the browser lets us write now, without asking the seller. */
export async function mayWrite(folder: Folder): Promise<boolean> {
  return (await folder.queryPermission?.(wish)) !== 'prompt' && !(await isDenied(folder));
}

/** Asks the seller to allow it again, as the browser wants after a restart. Needs a click. */
export async function askToWrite(folder: Folder): Promise<boolean> {
  return (await folder.requestPermission?.(wish)) !== 'denied' && (await mayWrite(folder));
}

/** The folder was deleted or moved; `message` is its name. */
export class FolderGone extends Error {}

/** Writes a file, whole or not at all: the browser swaps it in when it is complete. Throws `FolderGone`. */
export async function writeFile(folder: Folder, name: string, bytes: Uint8Array): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true }).catch((cause) => {
    const gone = cause instanceof DOMException && cause.name === 'NotFoundError';
    throw gone ? new FolderGone(folder.name, { cause }) : cause;
  });
  const stream = await file.createWritable();
  await stream.write(bytes as Uint8Array<ArrayBuffer>);
  await stream.close();
}

async function isDenied(folder: Folder): Promise<boolean> {
  return (await folder.queryPermission?.(wish)) === 'denied';
}

function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(database, 1);
    opening.onupgradeneeded = () => void opening.result.createObjectStore(key);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const tx = db.transaction(key, mode);
      const request = act(tx.objectStore(key));
      tx.oncomplete = () => {
        db.close();
        resolve(request.result);
      };
      tx.onabort = () => {
        db.close();
        reject(tx.error);
      };
    };
  });
}
