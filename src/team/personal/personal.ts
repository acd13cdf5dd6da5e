import * as z from 'zod/mini';
import type { KeyName, KeyShelf } from '../log/keys';
import { inParallel } from '../log/waits';
import type { KeyRing } from '../members/key-ring';
import { base64url, fromBase64url } from '../sealing/bytes';
import type { EntryId, Id } from '../sealing/ids';
import {
  keyNameIn,
  newPersonKey,
  openPersonal,
  openPersonKey,
  type PersonKey,
  personIdOf,
  personIdsOf,
  sealPersonal,
  shelfName,
} from '../sealing/personal';
import { type PlainAct, putTogether, type Read, takenApart } from './parts';

/** The kind under which an act stands in the log whose texts about people have keys of their own. */
export const personalKind = 'personal';

const shape = z.object({
  kind: z.literal(personalKind),
  act: z.object({ kind: z.string(), args: z.array(z.unknown()) }),
  parts: z.array(z.string()).check(z.maxLength(2 ** 24)),
});

/** The kind of the act that such an entry has inside; null for nonsense. */
export function kindInside(content: unknown): string | null {
  const told = shape.safeParse(content);
  return told.success ? told.data.act.kind : null;
}

/**
 * So many entries are worth reading all keys of people at once, where these are not too many for each: anybody who gives
 * out can lay any number there.
 */
const worthLoading = 300;
const keysForEach = 50;
const mostKeys = 500_000;

/**
 * So many people are asked about at once: an older engine looks through all keys for each, and after a year, with a
 * generation every two weeks, it would answer none of a hundred in time.
 */
const namesAtOnce = 4;

/** So many keys are kept in memory. */
const mostKept = 50_000;

/** Seals and opens what acts say of people, each text under a key that can be destroyed. */
export class Personal {
  /** By the person's id: what this browser seals with. */
  private readonly own = new Map<Id, PersonKey>();
  private readonly opened = new Map<string, PersonKey>();
  private loaded: Awaited<ReturnType<KeyShelf['all']>> | null = null;

  constructor(
    private readonly parts: {
      readonly team: Id;
      readonly keys: KeyShelf;
      readonly ring: () => KeyRing;
      /** Keys that are destroyed as far as the log is followed here. */
      readonly gone: () => Promise<ReadonlySet<string>>;
    },
  ) {}

  /**
   * Reads all keys at once for whoever has so many entries to follow, where that is worth it, unless far more lie there.
   * Rejects with LogProblem.
   */
  async loadFor(behind: number, signal: AbortSignal): Promise<void> {
    if (behind <= worthLoading) return;
    this.loaded = await this.parts.keys.all(signal, Math.min(mostKeys, behind * keysForEach));
  }

  /** Lets go of what was read at once. */
  unload(): void {
    this.loaded = null;
  }

  /** An act as it goes into the log. Its keys lie on the shelf then. Rejects with LogProblem. */
  async sealed(entry: EntryId, asked: PlainAct, signal?: AbortSignal): Promise<{ readonly kind: string }> {
    const { team, ring, keys } = this.parts;
    const { act, parts } = takenApart(asked);
    const pool = ring().keys.at(-1);
    if (parts.length === 0 || !pool) return asked;
    const gone = await this.parts.gone();
    const fresh: (KeyName & { sealed: Uint8Array })[] = [];
    const made = new Map<Id, PersonKey>();
    const sealed: string[] = [];
    for (const { id, fields } of parts) {
      const person = await personIdOf(pool, id);
      const known = this.own.get(person) ?? made.get(person);
      let key = known && !gone.has(shelfName(known)) ? known : null;
      if (!key) {
        const one = await newPersonKey(team, pool, person);
        key = one.key;
        made.set(person, key);
        fresh.push({ person, name: key.name, sealed: one.sealed });
      }
      sealed.push(base64url(await sealPersonal(team, entry, key, fields)));
    }
    await keys.put(fresh, signal);
    // Only now: what isn't there yet must seal nothing else.
    for (const [person, key] of made) {
      keep(this.own, person, key);
      keep(this.opened, shelfName(key), key);
    }
    return { kind: personalKind, act, parts: sealed } as { kind: string };
  }

  /** The act that such an entry stands for; null where it is none. Rejects with LogProblem. */
  async read(entry: EntryId, content: unknown): Promise<PlainAct | null> {
    const told = shape.safeParse(content);
    if (!told.success) return null;
    const gone = await this.parts.gone();
    const { act, parts } = told.data;
    const reads: Read[] = new Array(parts.length).fill(null);
    const places = parts.map((part, i) => ({ part, i }));
    await inParallel(places, async ({ part, i }) => {
      const bytes = fromBase64url(part);
      const at = bytes && keyNameIn(bytes);
      if (!at) return;
      if (gone.has(shelfName(at))) {
        reads[i] = '';
        return;
      }
      const key = await this.keyAt(at);
      reads[i] = key && (await openPersonal(this.parts.team, entry, bytes, key));
    });
    return putTogether(act, reads, entry);
  }

  /** The keys that there are for texts, in all generations; calls `heard` with each answer of the engine. */
  async keysOf(texts: readonly string[], heard = () => {}): Promise<KeyName[]> {
    const { ring, keys } = this.parts;
    const persons = await Promise.all(texts.map((text) => personIdsOf(ring().keys, text)));
    const found: KeyName[] = [];
    const ask = async (person: Id) => {
      for (const name of await keys.namesOf(person)) found.push({ person, name });
      heard();
    };
    await inParallel(persons.flat(), ask, namesAtOnce);
    return found;
  }

  /** A key as it lies there now, with what is sealed beside it; null where it is destroyed. */
  keyOf(at: KeyName): ReturnType<typeof openPersonKey> {
    const { team, ring, keys } = this.parts;
    return keys.get(at, (sealed) => openPersonKey(team, ring().keys, { ...at, sealed }));
  }

  private async keyAt(at: Pick<PersonKey, 'person' | 'name'>): Promise<PersonKey | null> {
    const { team, ring, keys } = this.parts;
    const known = this.opened.get(shelfName(at));
    if (known) return known;
    const opens = (sealed: Uint8Array) => openPersonKey(team, ring().keys, { ...at, sealed });
    const loaded = this.loaded?.get(at.person)?.get(at.name);
    if (loaded?.length === 0) return null;
    const key = (loaded && (await opens(loaded))) ?? (await keys.get(at, opens));
    if (key) keep(this.opened, shelfName(key), key);
    return key;
  }
}

function keep(kept: Map<string, PersonKey>, name: string, key: PersonKey): void {
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(name, key);
}
