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

/** A key as it lies where it can be destroyed, sealed under the pool's. */
export interface SealedKey {
  readonly person: Id;
  readonly name: Id;
  readonly sealed: Uint8Array;
}

/**
 * What a person is called outside: an HMAC of what they are known by, so that the engine can't try names. Whoever was
 * removed still can for people met before, hence an id for each generation of the pool's key.
 */
export async function personIdOf(key: PoolKey, knownBy: string): Promise<Id> {
  const told = framed('claimcheck-team/1 person', knownBy);
  const digest = new Uint8Array(await crypto.subtle.sign('HMAC', key.naming, told));
  return base32(digest.subarray(0, idBytes));
}

/** All ids that a person may have, the newest generation's first: *Forget* must destroy the keys of each. */
export function personIdsOf(pool: readonly PoolKey[], knownBy: string): Promise<Id[]> {
  const newestFirst = [...pool].sort((a, b) => b.generation - a.generation);
  return Promise.all(newestFirst.map((key) => personIdOf(key, knownBy)));
}

/** A new key of a person; nothing may be sealed with it before it lies on the shelf. `beside`: more that is sealed with it. */
export async function newPersonKey(
  team: Id,
  pool: PoolKey,
  person: Id,
  beside: Uint8Array = new Uint8Array(),
): Promise<{ readonly key: PersonKey; readonly sealed: Bytes }> {
  const name = newId();
  const bytes = crypto.getRandomValues(new Uint8Array(secretBytes));
  const sealed = await seal(pool, joined(bytes, beside), aboutKey(team, person, name));
  return { key: { person, name, key: await aesKey(bytes) }, sealed };
}

/** The key that lies on the shelf; null where somebody without the pool's key put it there, or it is destroyed. */
export async function openPersonKey(
  team: Id,
  pool: readonly PoolKey[],
  { person, name, sealed }: SealedKey,
): Promise<(PersonKey & { readonly beside: Bytes }) | null> {
  for (const key of [...pool].reverse()) {
    const bytes = await open(key, sealed, aboutKey(team, person, name));
    if (!bytes || bytes.length < secretBytes) continue;
    const beside = bytes.slice(secretBytes);
    return { person, name, key: await aesKey(bytes.slice(0, secretBytes)), beside };
  }
  return null;
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

/** By which key personal fields of an entry are sealed; null for what is none. */
export function keyNameIn(sealed: Uint8Array): Pick<PersonKey, 'person' | 'name'> | null {
  if (sealed.length < 2 * idBytes + sealedExtra) return null;
  return {
    person: base32(sealed.subarray(0, idBytes)),
    name: base32(sealed.subarray(idBytes, 2 * idBytes)),
  };
}

/** The personal fields of an entry; null where they are another entry's or key's, or damaged. Never rejects for what the bytes are. */
export async function openPersonal(
  team: Id,
  entry: EntryId,
  sealed: Uint8Array,
  key: PersonKey,
): Promise<PersonalFields | null> {
  const bytes = await openWith(key.key, sealed.subarray(2 * idBytes), aboutFields(team, entry, key));
  const text = bytes && textOf(bytes);
  const fields = fieldsShape.safeParse(text === null ? undefined : parsed(text));
  return fields.success ? fields.data : null;
}

/** What a key is called where one name has both: `person_key`. */
export function shelfName({ person, name }: Pick<PersonKey, 'person' | 'name'>): string {
  return `${person}_${name}`;
}

/** The person that a key is about, by its name; null for any other. */
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
