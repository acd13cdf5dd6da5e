import { nameKey } from './text/name-key';

/** What somebody is known by: a name, and an e-mail address or handle; either may be empty. */
export interface KnownBy {
  readonly to: string;
  readonly handle: string;
}

/** Where both have an address or handle, it tells; else any name that both go by. */
export function samePerson(a: KnownBy, b: KnownBy): boolean {
  const [one, other] = [nameKey(a.handle), nameKey(b.handle)];
  if (one !== '' && other !== '') return one === other;
  const names = new Set([one, nameKey(a.to)]);
  return [other, nameKey(b.to)].some((name) => name !== '' && names.has(name));
}

/** People met so far, each by their number. */
export class MetPeople {
  readonly #byName = new Map<string, { readonly person: KnownBy; readonly index: number }[]>();

  /** The number of somebody met before who is the same person; null for nobody. */
  find(person: KnownBy): number | null {
    for (const name of keysOf(person)) {
      const met = this.#byName.get(name)?.find((each) => samePerson(each.person, person));
      if (met) return met.index;
    }
    return null;
  }

  add(person: KnownBy, index: number): void {
    for (const name of keysOf(person)) {
      const known = this.#byName.get(name);
      if (known) known.push({ person, index });
      else this.#byName.set(name, [{ person, index }]);
    }
  }
}

/** The names that somebody is found by, by `nameKey`. */
export function keysOf({ to, handle }: KnownBy): string[] {
  return [...new Set([nameKey(handle), nameKey(to)])].filter((name) => name !== '');
}

/**
 * Tells who is the same person, once all were met: an address or handle tells. Whoever goes by a name alone is the one
 * person of that name, and somebody else where several people go by it.
 */
export class PeopleGroups {
  #groups = 0;
  readonly #byHandle = new Map<string, number>();
  readonly #byName = new Map<string, number>();
  readonly #alone = new Map<string, number>();

  /** Meets somebody; all are to be met before the first is asked about. */
  meet({ to, handle }: KnownBy): void {
    const key = nameKey(handle);
    if (key === '') return;
    const group = this.#byHandle.get(key) ?? this.#groups++;
    this.#byHandle.set(key, group);
    this.#claim(key, group);
    this.#claim(nameKey(to), group);
  }

  /** The number of a person; -1 for who goes by nothing. */
  groupOf({ to, handle }: KnownBy): number {
    const key = nameKey(handle);
    const known = key === '' ? undefined : this.#byHandle.get(key);
    if (known !== undefined) return known;
    const name = nameKey(to);
    if (name === '') return -1;
    const one = this.#byName.get(name) ?? several;
    if (one !== several) return one;
    const group = this.#alone.get(name) ?? this.#groups++;
    this.#alone.set(name, group);
    return group;
  }

  #claim(name: string, group: number): void {
    if (name === '') return;
    const known = this.#byName.get(name);
    this.#byName.set(name, known === undefined || known === group ? group : several);
  }
}

/** What a name says where several people go by it. */
const several = -2;

/** Who of these is the same person, as a number for each; -1 for who goes by nothing. */
export function groupPeople(people: readonly KnownBy[]): number[] {
  const groups = new PeopleGroups();
  for (const person of people) groups.meet(person);
  return people.map((person) => groups.groupOf(person));
}
