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
 * Who of these is the same person, as a number for each; -1 for who goes by nothing. An address or handle tells. Whoever
 * goes by a name alone is the one person of that name, and somebody else where several people go by it.
 */
export function groupPeople(people: readonly KnownBy[]): number[] {
  let groups = 0;
  const byHandle = new Map<string, number>();
  const byName = new Map<string, number>();
  /** What a name says where several people go by it. */
  const several = -2;
  const claim = (name: string, group: number) => {
    if (name === '') return;
    const known = byName.get(name);
    byName.set(name, known === undefined || known === group ? group : several);
  };
  for (const { to, handle } of people) {
    const key = nameKey(handle);
    if (key === '') continue;
    const group = byHandle.get(key) ?? groups++;
    byHandle.set(key, group);
    claim(key, group);
    claim(nameKey(to), group);
  }
  const alone = new Map<string, number>();
  return people.map(({ to, handle }) => {
    const known = byHandle.get(nameKey(handle));
    if (known !== undefined) return known;
    const name = nameKey(to);
    if (name === '') return -1;
    const one = byName.get(name) ?? several;
    if (one !== several) return one;
    const group = alone.get(name) ?? groups++;
    alone.set(name, group);
    return group;
  });
}
