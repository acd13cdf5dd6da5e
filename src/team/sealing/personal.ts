import * as z from 'zod/mini';
import { type Bytes, framed, joined, parsed, textOf, utf8 } from './bytes';
import { base32, bytesOfId, type EntryId, fromBase32, type Id, idBytes, newId } from './ids';
import { aesKey, open, openWith, type PoolKey, seal, sealedExtra, sealWith, secretBytes } from './pool-key';

/** What is personal of an act: each field's name and text. */
export type PersonalFields = Readonly<Record<string, string>>;

const fieldsShape = z.record(z.string(), z.string());

/** One key of a person. `name` is by chance: two members who meet somebody at once make two keys, and both stay. */
export interface PersonKey {
  readonly person: Id;
  readonly name: Id;
  readonly key: CryptoKey;
}

/** Where the sealed keys lie: objects that can be destroyed, which an entry of the log can't. */
export interface PersonKeyShelf {
  list(person: Id): Promise<readonly { readonly name: Id; readonly sealed: Uint8Array }[]>;
  put(person: Id, name: Id, sealed: Uint8Array): Promise<void>;
  destroy(person: Id): Promise<void>;
}

export interface PersonKeys {
  /** All keys of a person; none for somebody new or forgotten. */
  get(person: Id): Promise<readonly PersonKey[]>;
  /** A new key, which lies on the shelf before anything is sealed with it. */
  make(person: Id): Promise<PersonKey>;
  destroy(person: Id): Promise<void>;
}

/**
 * What a person is called outside: an HMAC of their name's key, so that the engine can't try names. Whoever was removed
 * still can for people met before, hence an id for each generation of the pool's key.
 */
export async function personIdOf(key: PoolKey, nameKey: string): Promise<Id> {
  const told = framed('claimcheck-team/1 person', nameKey);
  const digest = new Uint8Array(await crypto.subtle.sign('HMAC', key.naming, told));
  return base32(digest.subarray(0, idBytes));
}

/** All ids that a person may have, the newest generation's first: *Forget* must destroy the keys of each. */
export function personIdsOf(pool: readonly PoolKey[], nameKey: string): Promise<Id[]> {
  const newestFirst = [...pool].sort((a, b) => b.generation - a.generation);
  return Promise.all(newestFirst.map((key) => personIdOf(key, nameKey)));
}

/** The keys of people on a shelf, each sealed under the pool's key of its time. */
export function personKeysOn(shelf: PersonKeyShelf, team: Id, pool: readonly PoolKey[]): PersonKeys {
  const newest = pool.reduce((best, key) => (key.generation > best.generation ? key : best));
  return {
    async get(person) {
      const found: PersonKey[] = [];
      for (const { name, sealed } of await shelf.list(person)) {
        for (const key of pool) {
          const bytes = await open(key, sealed, aboutKey(team, person, name));
          // What doesn't open was put there by somebody without the pool's key.
          if (bytes?.length !== secretBytes) continue;
          found.push({ person, name, key: await aesKey(bytes) });
          break;
        }
      }
      return found;
    },
    async make(person) {
      const name = newId();
      const bytes = crypto.getRandomValues(new Uint8Array(secretBytes));
      await shelf.put(person, name, await seal(newest, bytes, aboutKey(team, person, name)));
      return { person, name, key: await aesKey(bytes) };
    },
    destroy: (person) => shelf.destroy(person),
  };
}

/** The key to seal a person's fields with: one there is already, under whichever id, or a new one under the newest. */
export async function keyForPerson(
  keys: PersonKeys,
  pool: readonly PoolKey[],
  nameKey: string,
): Promise<PersonKey> {
  const ids = await personIdsOf(pool, nameKey);
  for (const id of ids) {
    const [first] = await keys.get(id);
    if (first) return first;
  }
  return keys.make(ids[0] as Id);
}

/** Destroys every key of a person: what was sealed with them is lost for all, in the log and in every saved copy of it. */
export async function forgetPerson(
  keys: PersonKeys,
  pool: readonly PoolKey[],
  nameKey: string,
): Promise<void> {
  for (const id of await personIdsOf(pool, nameKey)) await keys.destroy(id);
}

/** Seals personal fields for one entry; a part of its content. */
export async function sealPersonal(
  team: Id,
  entry: EntryId,
  key: PersonKey,
  fields: PersonalFields,
): Promise<Bytes> {
  const body = await sealWith(key.key, utf8(JSON.stringify(fields)), aboutFields(team, entry, key));
  return joined(bytesOfId(key.person), bytesOfId(key.name), body);
}

export type OpenedPersonal =
  | { readonly kind: 'fields'; readonly person: Id; readonly fields: PersonalFields }
  /** Its key is destroyed. */
  | { readonly kind: 'forgotten'; readonly person: Id }
  | { readonly kind: 'damaged' };

/** The personal fields of an entry, where their key is still there. Never rejects for what the bytes are. */
export async function openPersonal(
  team: Id,
  entry: EntryId,
  sealed: Uint8Array,
  get: (person: Id) => Promise<readonly PersonKey[]>,
): Promise<OpenedPersonal> {
  if (sealed.length < 2 * idBytes + sealedExtra) return { kind: 'damaged' };
  const person = base32(sealed.subarray(0, idBytes));
  const name = base32(sealed.subarray(idBytes, 2 * idBytes));
  const key = (await get(person)).find((one) => one.name === name);
  if (!key) return { kind: 'forgotten', person };
  const bytes = await openWith(key.key, sealed.subarray(2 * idBytes), aboutFields(team, entry, key));
  const text = bytes && textOf(bytes);
  const fields = fieldsShape.safeParse(text === null ? undefined : parsed(text));
  return fields.success ? { kind: 'fields', person, fields: fields.data } : { kind: 'damaged' };
}

/** What the object of a key is called on a shelf that knows letters, digits, - and _ alone. */
export function shelfName({ person, name }: Pick<PersonKey, 'person' | 'name'>): string {
  return `${person}_${name}`;
}

/** The person an object on the shelf is about, by its name `person_key`; null for any other object. */
export function shelfNameIn(text: string): { person: Id; name: Id } | null {
  const [person = '', name = '', ...more] = text.split('_');
  const ids = [person, name].every((id) => fromBase32(id)?.length === idBytes);
  return ids && more.length === 0 ? { person, name } : null;
}

function aboutKey(team: Id, person: Id, name: Id) {
  return { team, what: 'person-key', id: name, member: person } as const;
}

function aboutFields(team: Id, entry: EntryId, { person, name }: PersonKey): Bytes {
  return framed('claimcheck-team/1 personal', team, entry, person, name);
}
