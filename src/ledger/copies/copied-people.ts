import { peopleIn } from '../people/people-blocks';
import type { Person } from '../people/person';
import { grouped } from '../store/group-by';
import type { Entry, PeopleBlock } from '../store/schema';

/** The lists of people of a copy, by the entry there that they stand beside. */
export class CopiedPeople {
  readonly #blocks: ReadonlyMap<number, readonly PeopleBlock[]>;
  #last: { readonly seq: number; readonly people: readonly Person[] } = { seq: 0, people: [] };

  constructor(blocks: readonly PeopleBlock[]) {
    this.#blocks = grouped(blocks, ({ entry }) => entry);
  }

  /** The persons of an entry, in the order of its codes. */
  of({ seq }: Pick<Entry, 'seq'>): readonly Person[] {
    if (this.#last.seq !== seq) {
      const blocks = (this.#blocks.get(seq) ?? []).toSorted((a, b) => a.n - b.n);
      this.#last = { seq, people: blocks.flatMap(peopleIn) };
    }
    return this.#last.people;
  }

  /** Those of the codes at these positions (ascending); of all codes for null. */
  kept(entry: Pick<Entry, 'seq' | 'from'>, positions: Uint32Array | null): readonly Person[] {
    const people = this.of(entry);
    if (!positions) return people;
    const kept: Person[] = [];
    for (const position of positions) {
      const person = people[position - entry.from];
      if (person) kept.push(person);
    }
    return kept;
  }
}
