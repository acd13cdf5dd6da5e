import type { Promotion } from '../../domain/promotion';
import type { KnownBy } from '../../domain/same-person';
import { crc32OfText } from '../../domain/text/crc32';
import { nameWords } from '../../domain/text/name-key';
import { namesOf } from '../codes/append-entry';
import type { CodeRange } from '../codes/blocks';
import { onlyPart } from '../codes/spans';
import { isPrecaution } from '../copies/precaution';
import type { Entry, PeopleBlock } from '../store/schema';
import { blockSize } from '../store/schema';
import { writtenTwice } from '../store/written-twice';
import { peopleIn } from './people-blocks';

/** Who is to be forgotten; `at`: when what is asked about was written. */
export interface Forgotten {
  readonly isPerson: (person: KnownBy, at: string) => boolean;
  /** Whether these words (as `nameWords`) are one of their names. */
  readonly isName: (words: string, at: string) => boolean;
}

/** Names of more words are not looked for in notes. */
const longestName = 6;
const shortestName = 2;

/**
 * Takes the people to be forgotten out of a history: name, handle and note where a code went to them, what stood there
 * before it was corrected to them, and the parts of other notes, and channels, that name them. States stay: nothing but texts changes.
 * A history is gone through from its end, since a correction comes after what it corrects.
 */
export class Scrub {
  readonly #forgotten: Forgotten;
  /** Parts of entries that were corrected to somebody forgotten, by the entry. */
  readonly #corrected = new Map<number, CodeRange[]>();

  constructor(forgotten: Forgotten) {
    this.#forgotten = forgotten;
  }

  /** The entry as it stays; the very same where nothing is taken out. */
  entry(entry: Entry): Entry {
    const { to, handle = '', channel, note, at, kind, seq, undoes } = entry;
    const corrected = this.#corrected.get(seq) ?? [];
    const isTheirs =
      entry.people !== true && (this.#isTheirs({ to, handle, channel }, at) || sum(corrected) >= entry.count);
    if (kind === 'edit' && undoes)
      this.#corrected.set(undoes, [
        ...(this.#corrected.get(undoes) ?? []),
        ...(isTheirs ? [rangeOf(entry)] : corrected),
      ]);
    if (isTheirs) {
      const { handle: _, ...rest } = entry;
      const left = { ...rest, to: '', note: '', channel: this.channel(channel, at) };
      return { ...left, names: namesOf(left) };
    }
    // What the ledger itself wrote is told apart by its words.
    if (isPrecaution(entry) || note === writtenTwice.note) return entry;
    const left = {
      ...entry,
      channel: this.channel(channel, at),
      note: withoutMentions(note, (words) => this.#forgotten.isName(words, at)),
    };
    return left.note === note && left.channel === channel ? entry : { ...left, names: namesOf(left) };
  }

  /** A block of the people of an entry that `entry` has seen, as it stays; the very same where nothing is taken out. */
  block(block: PeopleBlock, entry: Entry): PeopleBlock {
    const corrected = (this.#corrected.get(entry.seq) ?? []).map((range) => onlyPart(range, entry));
    const isCorrected = (at: number) =>
      corrected.some((range) => range && range.from <= at && at < range.from + range.count);
    const lines = peopleIn(block).map((person, i) => {
      const { to, handle, channel, note } = person;
      if (this.#isTheirs(person, entry.at) || isCorrected(entry.from + block.n * blockSize + i))
        return ['', '', this.channel(channel, entry.at), ''];
      return [to, handle, channel, withoutMentions(note, (words) => this.#forgotten.isName(words, entry.at))];
    });
    const text = lines.map((line) => line.join('\t')).join('\n');
    if (text === block.text) return block;
    // One that was damaged stays so: nobody must take the rest of it as sound.
    const isSound = crc32OfText(block.text) === block.crc;
    return { ...block, text, crc: isSound ? crc32OfText(text) : block.crc };
  }

  #isTheirs({ to, handle, channel }: KnownBy & { readonly channel: string }, at: string): boolean {
    // Whose only name was typed as the channel goes by that.
    const known = to === '' && handle === '' ? { to: channel, handle } : { to, handle };
    return (known.to !== '' || known.handle !== '') && this.#forgotten.isPerson(known, at);
  }

  /** A channel that is called like somebody forgotten goes, too, whoever the code went to. */
  channel(channel: string, at: string): string {
    return channel !== '' && this.#forgotten.isName(nameWords(channel), at) ? '' : channel;
  }
}

/** A note without its parts, as they are set apart by “; ”, in which somebody is named. */
export function withoutMentions(note: string, isName: (words: string) => boolean): string {
  if (note === '') return note;
  const parts = note.split('; ');
  const left = parts.filter((part) => !namesIn(part).some(isName));
  return left.length === parts.length ? note : left.join('; ');
}

/** All that may be a name in a text: each run of so many of its words. */
export function namesIn(text: string): string[] {
  const words = nameWords(text).split(' ');
  const names: string[] = [];
  for (let from = 0; from < words.length; from++)
    for (let count = 1; count <= longestName && from + count <= words.length; count++) {
      const name = words.slice(from, from + count).join(' ');
      if (name.length >= shortestName) names.push(name);
    }
  return names;
}

function rangeOf({ batch, from, count }: CodeRange): CodeRange {
  return { batch, from, count };
}

function sum(ranges: readonly CodeRange[]): number {
  return ranges.reduce((total, { count }) => total + count, 0);
}

/** Of these promotions those whose last channel is called like somebody forgotten, as they stay. */
export function withoutChannels(scrub: Scrub, promotions: readonly Promotion[]): Promotion[] {
  return promotions.flatMap((promotion) => {
    const { channel, createdAt, ...rest } = promotion;
    const isTheirs = typeof channel === 'string' && scrub.channel(channel, createdAt) !== channel;
    return isTheirs ? [{ ...rest, createdAt }] : [];
  });
}
