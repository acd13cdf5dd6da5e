import type { KeyShelf } from '../../../src/team/log/keys';

/** The keys beside a log in memory: all that lies under a name, in order; empty bytes where it was destroyed. */
export class MemoryKeys implements KeyShelf {
  readonly held = new Map<string, Uint8Array[]>();
  /** How often one key was asked for. */
  asked = 0;

  async put(keys: Parameters<KeyShelf['put']>[0]): Promise<void> {
    for (const { person, name, sealed } of keys)
      this.held.set(`${person}.${name}`, [...(this.held.get(`${person}.${name}`) ?? []), sealed]);
  }

  async get<T>(
    { person, name }: { person: string; name: string },
    opens: (sealed: Uint8Array) => Promise<T | null>,
  ): Promise<T | null> {
    this.asked++;
    for (const bytes of this.held.get(`${person}.${name}`) ?? []) {
      const opened = bytes.length === 0 ? null : await opens(bytes);
      if (opened !== null) return opened;
    }
    return null;
  }

  async all(): Promise<Map<string, Map<string, Uint8Array>>> {
    const all = new Map<string, Map<string, Uint8Array>>();
    for (const [at, held] of this.held) {
      const [person = '', name = ''] = at.split('.');
      all.set(person, (all.get(person) ?? new Map()).set(name, held.at(-1)));
    }
    return all;
  }

  async namesOf(person: string): Promise<string[]> {
    return [...this.held.keys()].flatMap((at) => {
      const [whose, name = ''] = at.split('.');
      return whose === person ? [name] : [];
    });
  }

  async destroy(keys: Parameters<KeyShelf['destroy']>[0]): Promise<void> {
    for (const { person, name } of keys) this.held.set(`${person}.${name}`, [new Uint8Array()]);
  }
}
