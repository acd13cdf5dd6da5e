import type { HistoryRow } from '../../domain/codes/code-file';
import type { Said } from '../../domain/problem';
import type { Promotion } from '../../domain/promotion';
import { type CodeRange, codesOf } from '../codes/blocks';
import { entryAt } from '../codes/entry-at';
import { originOf } from '../codes/giving-out';
import { lifeEndedBy, livesThatEnded, wasOutBefore } from '../codes/lives';
import { liveBatches } from '../codes/lookup';
import { overlapping, within } from '../codes/spans';
import { People } from '../people/people';
import type { Person } from '../people/person';
import { promotionToShow } from '../promotions/promotions';
import { damagedPromotion } from '../repair/damage';
import { sortedOut } from '../repair/row-faults';
import { isDamage } from '../store/problem';
import type { BatchRow, Db, Entry, Span, StoreName, Tx } from '../store/schema';
import { blockSize } from '../store/schema';
import { read } from '../store/transact';

/** Rows read at once: each transaction has its price, whatever it reads. */
const rowsAtOnce = 10 * blockSize;

/** What the history says of a leased code, before the member's name, and of one that was canceled with its lease. */
const leasedNote = 'taken offline by';
const leaseCanceledNote = 'canceled while taken offline';
/** What the history says of a code that was canceled as it was taken back. */
const seenNote = 'taken back, may have been seen';

/**
 * A promotion's codes in their present state, one row each, in batch and file order, at most 10,000 rows
 * at a time. What a code lived through before (given out and taken back) stands in its note. What can't be read
 * is left out and told to `onDamaged`; without it, LedgerProblem `damaged` is thrown.
 */
export async function* history(
  db: Db,
  promotionId: string,
  onDamaged?: (fault: Said) => void,
): AsyncGenerator<HistoryRow[]> {
  const leftOut = (error: unknown): HistoryRow[] => {
    if (!onDamaged || !isDamage(error)) throw error;
    onDamaged(error.said);
    return [];
  };
  const { promotion, batches } = await read(db, ['promotions', 'batches', 'spans'], async (tx) => ({
    promotion: await promotionToShow(tx, promotionId),
    batches: (await liveBatches(tx)).filter((batch) => batch.promotionId === promotionId),
  }));
  const { sound, damaged } = sortedOut('batches', batches);
  for (const row of damaged) leftOut(damagedPromotion(row));
  for (const batch of sound) {
    const lives = new EarlierLives();
    const rowsIn = (from: number, most: number) => {
      const range = { batch: batch.id, from, count: Math.min(most, batch.count - from) };
      const stores: StoreName[] = ['promotions', 'batches', 'blocks', 'spans', 'entries', 'people'];
      return read(db, stores, (tx) => rowsOf(tx, promotion, batch, range, lives));
    };
    for (let from = 0; from < batch.count; from += rowsAtOnce) {
      const rows = await rowsIn(from, rowsAtOnce).catch((error: unknown) => {
        if (isDamage(error)) return null;
        throw error;
      });
      if (rows) yield rows;
      // Something in it can't be read: block by block, so that no more than that is left out.
      const end = Math.min(from + rowsAtOnce, batch.count);
      for (let block = from; !rows && block < end; block += blockSize)
        yield await rowsIn(block, blockSize).catch(leftOut);
    }
  }
}

/** The ends of lives in a batch, gathered range by range, so that only those reaching into a range are held. */
class EarlierLives {
  private returns: Entry[] = [];
  private gathered = 0;

  async advance(tx: Tx, { batch, from, count }: CodeRange): Promise<void> {
    const end = from + count;
    this.returns = this.returns.filter((entry) => entry.from + entry.count > from);
    if (end <= this.gathered) return;
    const starting = IDBKeyRange.bound([batch, this.gathered], [batch, end], false, true);
    this.returns.push(...(await tx.objectStore('entries').index('returns').getAll(starting)));
    this.gathered = end;
  }

  /** Notes by position within the range, in the order of time. */
  async notes(tx: Tx, people: People, range: CodeRange): Promise<string[][]> {
    const { from } = range;
    const notes: string[][] = [];
    for (const { entry, isForGood } of livesThatEnded(this.returns)) {
      const part = within(entry, range);
      if (part.count <= 0) continue;
      const ofEach = (await entryAt(tx, entry.undoes))?.people;
      let note = await earlierLife(tx, people, entry, part.from);
      for (let i = 0; i < part.count; i++) {
        if (ofEach && i > 0) note = await earlierLife(tx, people, entry, part.from + i);
        if (!isForGood(part.from + i)) continue;
        const at = part.from - from + i;
        notes[at] = [...(notes[at] ?? []), note];
      }
    }
    return notes;
  }
}

async function earlierLife(tx: Tx, people: People, entry: Entry, position: number): Promise<string> {
  const life = await lifeEndedBy(tx, people, entry, position);
  // Without an issue of ours, the note came with an earlier export and says it all.
  if (!life) return entry.note;
  const to = [life.to, life.channel].filter((name) => name !== '').join(', ');
  const note = life.note === '' ? '' : ` (${life.note})`;
  const how = life.edited ? 'was noted before as' : wasOutBefore;
  return `${how}${to === '' ? '' : `: ${to}`}${note}, ${life.from} to ${life.until}`;
}

async function rowsOf(
  tx: Tx,
  promotion: Promotion,
  batch: BatchRow,
  range: CodeRange,
  lives: EarlierLives,
): Promise<HistoryRow[]> {
  const { from } = range;
  const codes = await codesOf(tx, range);
  await lives.advance(tx, range);
  const people = new People(tx);
  const notes = await lives.notes(tx, people, range);
  const rows: HistoryRow[] = [];
  for (const span of await overlapping(tx, range)) {
    const part = within(span, range);
    const { row, issue, own } = await rowOf(tx, promotion, batch, span);
    let whom = issue && whomOf(await people.at(issue, part.from), own);
    for (let i = part.from - from; i < part.from - from + part.count; i++) {
      if (issue?.people) whom = whomOf(await people.at(issue, from + i), own);
      const first = whom?.note ?? own;
      const earlier = notes[i];
      const note = earlier ? [first, ...earlier].filter((text) => text !== '').join('; ') : first;
      rows.push({ ...row, ...whom, code: codes[i] ?? '', note });
    }
  }
  return rows;
}

/** What a row tells of the person who got its code; `own`: what its own state says. */
function whomOf({ to, handle, channel, note }: Person, own: string) {
  const notes = [own, handle, note].filter((text) => text !== '');
  return { issuedTo: to, channel, note: notes.join('; ') };
}

/** What all codes of a span have in common, and the entry that says to whom they went. */
async function rowOf(
  tx: Tx,
  promotion: Promotion,
  batch: BatchRow,
  span: Span,
): Promise<{ readonly row: HistoryRow; readonly issue: Entry | undefined; readonly own: string }> {
  // Whom it went to as last said; when and by whom as it was given out.
  const issue = await entryAt(tx, span.issue);
  const given = issue?.kind === 'edit' ? await entryAt(tx, await originOf(tx, issue.seq)) : issue;
  const redeem = await entryAt(tx, span.redeem);
  const last = span.state === 'available' ? undefined : await entryAt(tx, span.entry);
  const own = last && last.seq !== given?.seq ? ownNote(last) : '';
  const row: HistoryRow = {
    code: '',
    state: span.state,
    promotion: promotion.name,
    trackingId: promotion.trackingId ?? '',
    batch: batch.name,
    issuedAt: given?.at ?? '',
    issuedTo: '',
    channel: '',
    redeemedAt: redeem?.at ?? '',
    orderId: redeem?.orderId ?? '',
    note: '',
    marketplace: promotion.marketplace ?? '',
    validUntil: promotion.end ?? '',
    issuedBy: given?.by ?? '',
  };
  return { row, issue, own };
}

function ownNote({ kind, seen, note, lease, to }: Entry): string {
  if (kind === 'redeem') return '';
  if (lease !== undefined) return kind === 'hold' ? `${leasedNote} ${to}` : leaseCanceledNote;
  return seen ? seenNote : note;
}
