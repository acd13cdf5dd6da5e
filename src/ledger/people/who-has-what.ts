import type { CodeRange } from '../codes/blocks';
import { breathe } from '../codes/code-index';
import { readableEntry } from '../codes/entry-at';
import { onlyPart } from '../codes/spans';
import type { Db, Entry, Span } from '../store/schema';
import { blockSize } from '../store/schema';
import { read, revision } from '../store/transact';
import { peopleFault, peopleIn } from './people-blocks';
import { type Person, unreadablePerson } from './person';

/** The act by which codes went out; every holding of one act has the same. */
export interface GivingAct {
  readonly promotionId: string;
  readonly issuance: string;
  readonly at: string;
  readonly by: string;
}

/** Codes that one person (or nobody named) got by one act, side by side, and what became of them. */
export interface Holding extends Person, CodeRange {
  readonly act: GivingAct;
  /** `returned`: taken back into the line; it may be with somebody else by now. */
  readonly state: 'issued' | 'void' | 'returned';
  /** When it was canceled or taken back; empty while it is out. */
  readonly endedAt: string;
  /** When it was noted as used, and in which order; empty for not. */
  readonly usedAt: string;
  readonly orderId: string;
}

/** Rows read in one transaction; between two of them whoever wants to write has a turn. */
const rowsAtOnce = 5000;
const blocksAtOnce = 20;
/** Codes may be given out while it is read: then once more, but not without end. */
const tries = 3;

/** Who has what, of all promotions: each code that went out, by whom it went to, oldest act first. */
export async function whoHasWhat(db: Db): Promise<Holding[]> {
  for (let left = tries; ; left--) {
    const before = await revision(db);
    const holdings = await readHoldings(db);
    if (left === 1 || (await revision(db)) === before) return holdings;
  }
}

/** What holdings are put together from. */
interface Read {
  readonly giving: Map<number, Entry>;
  readonly undone: Entry[];
  readonly redone: Set<number>;
  /** When something was canceled or used, and in which order. */
  readonly later: Map<number, { readonly at: string; readonly orderId: string }>;
}

async function readHoldings(db: Db): Promise<Holding[]> {
  const spans = await spansByGiving(db);
  const { giving, undone, redone, later } = await readEntries(db);
  const back = new Map<number, Entry[]>();
  for (const undo of undone)
    if (!redone.has(undo.seq)) back.set(undo.undoes ?? 0, [...(back.get(undo.undoes ?? 0) ?? []), undo]);
  const acts = new Map<number, GivingAct>();
  const holdings: Holding[] = [];
  for (const [seq, entry] of giving) {
    const origin = entry.kind === 'edit' ? acts.get(entry.undoes ?? 0) : undefined;
    const { promotionId, issuance, at, by } = entry;
    const act = origin ?? { promotionId, issuance, at, by };
    acts.set(seq, act);
    const parts = [
      ...(spans.get(seq) ?? []).map((span) => ({
        ...{ batch: span.batch, from: span.from, count: span.count, act },
        state: span.state === 'void' ? ('void' as const) : ('issued' as const),
        endedAt: span.state === 'void' ? (later.get(span.entry)?.at ?? '') : '',
        usedAt: span.redeem > 0 ? (later.get(span.redeem)?.at ?? at) : '',
        orderId: later.get(span.redeem)?.orderId ?? '',
      })),
      ...(back.get(seq) ?? []).flatMap((undo) => {
        const range = onlyPart(undo, entry);
        return range
          ? { ...range, act, state: 'returned' as const, endedAt: undo.at, usedAt: '', orderId: '' }
          : [];
      }),
    ];
    if (parts.length === 0) continue;
    const { to, channel, note, handle = '' } = entry;
    if (!entry.people) for (const part of parts) holdings.push({ ...part, to, handle, channel, note });
    else {
      const people = await peopleOf(db, entry);
      const nobody: Person = { to: unreadablePerson, handle: '', channel, note };
      for (const part of parts)
        for (let from = part.from; from < part.from + part.count; from++) {
          holdings.push({ ...part, from, count: 1, ...(people[from - entry.from] ?? nobody) });
          if (holdings.length % rowsAtOnce === 0) await breathe();
        }
    }
  }
  return holdings;
}

async function spansByGiving(db: Db): Promise<Map<number, Span[]>> {
  const byGiving = new Map<number, Span[]>();
  for (let range: IDBKeyRange | null = null, more = true; more; ) {
    const spans: Span[] = await read(db, ['spans'], (tx) =>
      tx.objectStore('spans').getAll(range, rowsAtOnce),
    );
    for (const span of spans) {
      const sound = Number.isSafeInteger(span.issue) && Number.isSafeInteger(span.count) && span.issue > 0;
      if (!sound) continue;
      const known = byGiving.get(span.issue);
      if (known) known.push(span);
      else byGiving.set(span.issue, [span]);
    }
    more = spans.length === rowsAtOnce;
    const last = spans.at(-1);
    if (last) range = IDBKeyRange.lowerBound([last.batch, last.from], true);
    await breathe();
  }
  return byGiving;
}

async function readEntries(db: Db): Promise<Read> {
  const found: Read = { giving: new Map(), undone: [], redone: new Set(), later: new Map() };
  for (let last = 0, more = true; more; ) {
    const range = IDBKeyRange.lowerBound(last, true);
    const entries = await read(db, ['entries'], (tx) => tx.objectStore('entries').getAll(range, rowsAtOnce));
    for (const each of entries) {
      const { seq, kind } = each;
      if (kind === 'issue' || kind === 'edit') found.giving.set(seq, readableEntry(each) ?? each);
      else if (kind === 'undo') found.undone.push(readableEntry(each) ?? each);
      else if (kind === 'redo') found.redone.add(each.undoes ?? 0);
      else if (kind === 'void' || kind === 'redeem')
        found.later.set(seq, { at: String(each.at), orderId: String(each.orderId ?? '') });
    }
    last = entries.at(-1)?.seq ?? last;
    more = entries.length === rowsAtOnce;
    await breathe();
  }
  return found;
}

/** The people of a list by the place of their code; where a block is damaged, nobody. */
async function peopleOf(db: Db, { seq, count, channel }: Entry): Promise<(Person | undefined)[]> {
  const people: (Person | undefined)[] = new Array(count).fill(undefined);
  for (let n = 0; n * blockSize < count; n += blocksAtOnce) {
    const range = IDBKeyRange.bound([seq, n], [seq, n + blocksAtOnce - 1]);
    const blocks = await read(db, ['people'], (tx) => tx.objectStore('people').getAll(range));
    for (const block of blocks)
      if (peopleFault(block, block.n, count) === null)
        for (const [i, person] of peopleIn(block).entries())
          people[block.n * blockSize + i] = person.channel === '' ? { ...person, channel } : person;
    await breathe();
  }
  return people;
}
