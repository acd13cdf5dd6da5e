import { nameWords } from '../../domain/text/name-key';
import { breathe } from '../codes/code-index';
import { forgottenBy, type Mark, marksFrom, marksIn } from '../people/forgotten';
import { peopleIn } from '../people/people-blocks';
import { namesIn, Scrub, withoutChannels } from '../people/scrub';
import { grouped } from '../store/group-by';
import type { Db, PeopleBlock } from '../store/schema';
import { read } from '../store/transact';
import { type Backup, forgottenKey } from './backup';

/** The marks that a copy brings of people who were forgotten. */
export function marksOf({ kept }: Pick<Backup, 'kept'>): Mark[] {
  return kept.flatMap(({ key, value }) => (key === forgottenKey ? marksFrom(value) : []));
}

/** A copy without the people who were forgotten since it was saved, here or where it was saved. The same for nobody. */
export async function withoutForgotten(db: Db, backup: Backup): Promise<Backup> {
  const marks = [...(await read(db, ['meta'], marksIn)), ...marksOf(backup)];
  if (marks.length === 0) return backup;
  const scrub = new Scrub(await forgottenBy(marks, await namesTold(backup)));
  const lists = grouped(backup.people, ({ entry }) => entry);
  const entries = [];
  const people: PeopleBlock[] = [];
  for (const entry of backup.entries.toReversed()) {
    entries.push(scrub.entry(entry));
    for (const block of entry.people ? (lists.get(entry.seq) ?? []) : [])
      people.push(scrub.block(block, entry));
  }
  const changed = new Map(withoutChannels(scrub, backup.promotions).map((each) => [each.id, each]));
  const promotions = backup.promotions.map((each) => changed.get(each.id) ?? each);
  return { ...backup, promotions, entries: entries.reverse(), people };
}

/** Everything in a copy that may be the name of somebody. */
async function namesTold({ promotions, entries, people }: Backup): Promise<Set<string>> {
  const names = new Set<string>();
  const add = (told: {
    readonly to: string;
    readonly handle?: string;
    readonly channel: string;
    readonly note: string;
  }) => {
    for (const name of [told.to, told.handle ?? '', told.channel, nameWords(told.channel)]) names.add(name);
    for (const name of namesIn(told.note)) names.add(name);
  };
  for (const { channel = '' } of promotions) names.add(nameWords(channel));
  for (const [i, entry] of entries.entries()) {
    add(entry);
    if (i % 5000 === 0) await breathe();
  }
  for (const block of people) {
    for (const person of peopleIn(block)) add(person);
    await breathe();
  }
  return names;
}
