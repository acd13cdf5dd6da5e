import { type Said, said } from '../../domain/problem';
import { crc32OfText } from '../../domain/text/crc32';
import type { PeopleBlock } from '../store/schema';
import { blockSize } from '../store/schema';
import { kept, type Person } from './person';

/** Packs the persons of one entry into blocks, in the order of its codes. */
export function packPeople(entry: number, people: readonly Person[]): PeopleBlock[] {
  const blocks: PeopleBlock[] = [];
  for (let from = 0; from < people.length; from += blockSize) {
    const text = people
      .slice(from, from + blockSize)
      .map(({ to, handle, channel, note }) => [to, handle, channel, note].map(kept).join('\t'))
      .join('\n');
    blocks.push({ format: 1, entry, n: from / blockSize, text, crc: crc32OfText(text) });
  }
  return blocks;
}

/** The persons of a sound block, in order. */
export function peopleIn({ text }: PeopleBlock): Person[] {
  return text.split('\n').map((line) => {
    const [to = '', handle = '', channel = '', note = ''] = line.split('\t');
    return { to, handle, channel, note };
  });
}

/** What is wrong with block `n` of an entry of `total` persons, as a clause; null for nothing. */
export function peopleFault(block: PeopleBlock | undefined, n: number, total: number): Said | null {
  if (!block) return said('faultPeopleMissing');
  if (typeof block.text !== 'string' || crc32OfText(block.text) !== block.crc)
    return said('faultPeopleChecksum');
  const lines = block.text.split('\n');
  const wanted = Math.min(blockSize, total - n * blockSize);
  if (lines.length !== wanted || lines.some((line) => line.split('\t').length !== 4))
    return said('faultPeopleFewer', { held: String(lines.length), wanted: String(wanted) });
  return null;
}
