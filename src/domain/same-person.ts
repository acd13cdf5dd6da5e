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
