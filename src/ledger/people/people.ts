import type { CodeRange } from '../codes/blocks';
import type { Entry, Tx } from '../store/schema';
import { blockSize } from '../store/schema';
import { peopleFault, peopleIn } from './people-blocks';
import { type Person, unreadablePerson } from './person';

type Told = Pick<Entry, 'seq' | 'from' | 'count' | 'to' | 'channel' | 'note' | 'people' | 'handle'>;

/**
 * To whom codes went, within one transaction over `people` and `entries`: the one place that knows whether an entry
 * says it of all its codes, or a list of people beside it of each. Reads each block once.
 */
export class People {
  readonly #tx: Tx;
  readonly #blocks = new Map<string, readonly Person[] | null>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /** To whom the code at `position` went by this entry. A person who can't be read is told as such, and hides nobody else. */
  async at(entry: Told, position: number): Promise<Person> {
    const { to, channel, note, handle = '' } = entry;
    if (!entry.people) return { to, handle, channel, note };
    const index = position - entry.from;
    const block = await this.#block(entry, Math.floor(index / blockSize));
    const person = block?.[index % blockSize];
    if (!person) return { to: unreadablePerson, handle: '', channel, note };
    return person.channel === '' ? { ...person, channel } : person;
  }

  /** The same of each code of a range within the entry, in order. */
  async in(entry: Told, { from, count }: Pick<CodeRange, 'from' | 'count'>): Promise<Person[]> {
    const people: Person[] = [];
    for (let position = from; position < from + count; position++)
      people.push(await this.at(entry, position));
    return people;
  }

  async #block({ seq, count }: Told, n: number): Promise<readonly Person[] | null> {
    const key = `${seq}/${n}`;
    const known = this.#blocks.get(key);
    if (known !== undefined) return known;
    const block = await this.#tx.objectStore('people').get([seq, n]);
    const sound = block && peopleFault(block, n, count) === null;
    const people = sound ? peopleIn(block) : null;
    this.#blocks.set(key, people);
    return people;
  }
}
