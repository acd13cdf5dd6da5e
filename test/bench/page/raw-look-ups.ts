import { must } from './clock';
import { filledRaw } from './rivals';

/** Milliseconds of looking up in IndexedDB by hand, one row per code. */
export interface RawLookUps {
  /** A full code, through the unique index. */
  readonly full: readonly number[];
  /** A part of a code: a cursor over the index's keys, until the code is met. */
  readonly part: readonly number[];
}

/** Looks up full codes `times` times, and parts of a few, each spread over all codes. */
export async function rawLookUps(codes: readonly string[], times: number): Promise<RawLookUps> {
  const { db } = await filledRaw(codes);
  const index = () => db.transaction('codes').objectStore('codes').index('code');
  const clock = async (find: (code: string) => Promise<unknown>, count: number) => {
    const taken: number[] = [];
    for (let time = 0; time < count; time++) {
      const code = codes[Math.floor(((time + 0.5) / count) * codes.length)] ?? '';
      const begin = performance.now();
      const found = await find(code);
      taken.push(performance.now() - begin);
      must(found !== undefined, `IndexedDB did not find ${code}.`);
    }
    return taken;
  };
  return {
    full: await clock((code) => settled(index().getKey(code)), times),
    part: await clock((code) => scan(index().openKeyCursor(), code.slice(3, 13)), 5),
  };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** The first key that holds this part. */
function scan(request: IDBRequest<IDBCursor | null>, part: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) resolve(undefined);
      else if (String(cursor.key).includes(part)) resolve(String(cursor.key));
      else cursor.continue();
    };
    request.onerror = () => reject(request.error);
  });
}
