import { isRecord, kept, keptUnder, onKeptChange, textsIn } from './local';

/** How one kind of page read last, in one language. Never a value. */
export interface HowKept {
  /** ISO. */
  readonly at: string;
  readonly read: number;
  readonly notFound: readonly string[];
  /** By what each setting was found last, and when. */
  readonly fields: Readonly<Record<string, { readonly how: string; readonly at: string }>>;
}

const prefix = 'how ';

/** What is kept of a kind of page in a language. */
export function howRead(page: string, language: string) {
  return kept(`${prefix}${page} ${language}`, howKept);
}

/** All that is kept, by page and language. */
export async function allHowRead(): Promise<[of: string, how: HowKept][]> {
  const all = await keptUnder(prefix);
  return all.flatMap(([key, value]) => {
    const how = howKept(value);
    return how ? [[key.slice(prefix.length), how] as [string, HowKept]] : [];
  });
}

/** Calls back whenever a page was read differently. Returns the way to stop. */
export function onHowRead(listener: () => void): () => void {
  return onKeptChange(prefix, listener);
}

function howKept(stored: unknown): HowKept | null {
  if (!isRecord(stored)) return null;
  const { at, read, notFound, fields } = stored;
  if (typeof at !== 'string' || typeof read !== 'number') return null;
  const sound = Object.entries(isRecord(fields) ? fields : {}).flatMap(([name, last]) => {
    if (!isRecord(last) || typeof last.how !== 'string' || typeof last.at !== 'string') return [];
    return [[name, { how: last.how, at: last.at }] as const];
  });
  return { at, read, notFound: textsIn(notFound), fields: Object.fromEntries(sound) };
}
