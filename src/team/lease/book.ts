import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Said } from '../../domain/problem';
import type { CodeRange, LeasedCode, LeasedGiving, OneCode } from '../../ledger';
import type { Id } from '../sealing/ids';

/** A code that went out while the team couldn't be asked, until the log has it and its giver knows what came of it. */
export interface BookedGiving extends LeasedGiving {
  readonly promotionId: string;
  /** The code itself. */
  readonly text: string;
  /** It was handed to the log at least once. */
  readonly asked?: true;
  /** What there is to say of it beside that it went out: the lease was canceled, or why the team can't note it. */
  readonly news?: 'canceled' | Said;
}

/** Codes of a lease; of one that goes back, those that nobody has seen. */
export interface LeasePart {
  readonly lease: string;
  readonly ranges: readonly CodeRange[];
}

/** Codes that could be given out now, by their lease. */
export interface Candidates {
  readonly lease: string;
  readonly codes: readonly LeasedCode[];
}

interface BookSchema extends DBSchema {
  /** What this browser is called in its leases: chance. */
  browser: { key: 'browser'; value: string };
  /**
   * Each code that was shown, or is on its way back. These rows stay: another page may still take the code for one to be
   * given out, by what it read before.
   */
  away: { key: [string, number, number]; value: true };
  givings: { key: string; value: BookedGiving };
  returns: { key: string; value: LeasePart };
}

const channelName = 'claimcheck-lease';

/**
 * The book of what this browser gave out offline. It stands beside the copy of the log, which nothing but the log may
 * change: what a page shows offline is written here first, for good, and by one page at a time.
 */
export class Book {
  private constructor(private readonly db: IDBPDatabase<BookSchema>) {}

  /** Opens the book of this browser for a team. */
  static async open(team: Id, name = `claimcheck-lease-${team}`): Promise<Book> {
    const db = await openDB<BookSchema>(name, 1, {
      upgrade(made) {
        for (const store of ['browser', 'away', 'givings', 'returns'] as const) made.createObjectStore(store);
      },
      // Another page deletes it with the copy of a team that was left.
      blocking: () => db.close(),
    });
    return new Book(db);
  }

  /** What this browser is called in its leases. */
  async browser(): Promise<string> {
    const tx = this.db.transaction('browser', 'readwrite', { durability: 'strict' });
    const known = await tx.store.get('browser');
    const name = known ?? crypto.randomUUID();
    if (!known) await tx.store.put(name, 'browser');
    await tx.done;
    return name;
  }

  /**
   * Writes that the first of these codes which nobody has seen goes out to somebody. Resolves once that is on the disk;
   * null where none is left.
   */
  async give(
    from: readonly Candidates[],
    about: Pick<BookedGiving, 'promotionId' | 'to' | 'handle' | 'channel' | 'note' | 'at'>,
  ): Promise<BookedGiving | null> {
    const tx = this.db.transaction(['away', 'givings'], 'readwrite', { durability: 'strict' });
    let given: BookedGiving | null = null;
    for (const { lease, codes } of from)
      for (const code of given ? [] : codes) {
        if (await tx.objectStore('away').getKey(keyOf(lease, code))) continue;
        given = { ...about, ...bookedAs(lease, code) };
        await tx.objectStore('away').put(true, keyOf(lease, code));
        await tx.objectStore('givings').put(given, given.giving);
        break;
      }
    await tx.done;
    if (given) tell();
    return given;
  }

  /** How many codes of a lease nobody has seen, of those in these ranges. */
  async left({ lease, ranges }: LeasePart): Promise<number> {
    const tx = this.db.transaction('away');
    let left = 0;
    for (const { batch, from, count } of ranges)
      for (let at = from; at < from + count; at++)
        if (!(await tx.store.getKey(keyOf(lease, { batch, from: at })))) left++;
    return left;
  }

  /** Has all that nobody has seen of a lease go back: from here on, no page gives it out. Asked again, it is the same. */
  async beginReturn({ lease, codes }: Candidates): Promise<LeasePart> {
    const tx = this.db.transaction(['away', 'returns'], 'readwrite', { durability: 'strict' });
    const before = await tx.objectStore('returns').get(lease);
    const unseen: CodeRange[] = [...(before?.ranges ?? [])];
    for (const code of codes) {
      if (await tx.objectStore('away').getKey(keyOf(lease, code))) continue;
      await tx.objectStore('away').put(true, keyOf(lease, code));
      unseen.push({ batch: code.batch, from: code.from, count: 1 });
    }
    const back = { lease, ranges: unseen };
    await tx.objectStore('returns').put(back, lease);
    await tx.done;
    tell();
    return back;
  }

  returns(): Promise<LeasePart[]> {
    return this.db.getAll('returns');
  }

  async endReturn(lease: string): Promise<void> {
    await this.db.delete('returns', lease);
    tell();
  }

  /** All that went out and isn't settled, the oldest first. */
  async givings(): Promise<BookedGiving[]> {
    const all = await this.db.getAll('givings');
    return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  /** Notes something of a giving that still stands here. */
  async note(giving: string, about: Pick<BookedGiving, 'asked' | 'news'>): Promise<void> {
    const tx = this.db.transaction('givings', 'readwrite', { durability: 'strict' });
    const before = await tx.store.get(giving);
    if (before) await tx.store.put({ ...before, ...about }, giving);
    await tx.done;
    tell();
  }

  /** Strikes a giving out: the log has it, and its giver knows all there is to say of it. */
  async settle(giving: string): Promise<void> {
    await this.db.delete('givings', giving);
    tell();
  }

  close(): void {
    this.db.close();
  }
}

/** Calls back after each change, also by another page. Returns the way to stop. */
export function onBookChange(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = listener;
  return () => channel.close();
}

function tell(): void {
  // A channel of its own, so that this page hears of it, too.
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('changed');
  channel.close();
}

function keyOf(lease: string, { batch, from }: OneCode): [string, number, number] {
  return [lease, batch, from];
}

function bookedAs(lease: string, { batch, from, code }: LeasedCode) {
  return { giving: crypto.randomUUID(), lease, code: { batch, from }, text: code };
}
