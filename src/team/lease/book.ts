import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { Said } from '../../domain/problem';
import { type CodeRange, type LeasedCode, type LeasedGiving, type OneCode, writeBeside } from '../../ledger';
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

  /** What this browser is called in its leases. Rejects with LedgerProblem. */
  async browser(): Promise<string> {
    const known = await this.db.get('browser', 'browser');
    if (known) return known;
    return this.write(['browser'], async (tx) => {
      const store = tx.objectStore('browser');
      // Another page may have called it something meanwhile.
      const name = (await store.get('browser')) ?? crypto.randomUUID();
      await store.put(name, 'browser');
      return name;
    });
  }

  /** Writes into some of its stores for good, whole or not at all. Rejects with LedgerProblem. */
  private write<T, S extends StoreNames<BookSchema>[]>(
    stores: S,
    work: (tx: IDBPTransaction<BookSchema, S, 'readwrite'>) => Promise<T>,
  ): Promise<T> {
    return writeBeside(() => this.db.transaction(stores, 'readwrite', { durability: 'strict' }), work);
  }

  /**
   * Writes that the first of these codes which nobody has seen goes out to somebody. Resolves once that is on the disk;
   * null where none is left. Rejects with LedgerProblem, where nothing may be shown.
   */
  async give(
    from: readonly Candidates[],
    about: Pick<BookedGiving, 'promotionId' | 'to' | 'handle' | 'channel' | 'note' | 'at'>,
  ): Promise<BookedGiving | null> {
    const given = await this.write(['away', 'givings'], async (tx) => {
      for (const { lease, codes } of from)
        for (const code of codes) {
          if (await tx.objectStore('away').getKey(keyOf(lease, code))) continue;
          const booked = { ...about, ...bookedAs(lease, code) };
          await tx.objectStore('away').put(true, keyOf(lease, code));
          await tx.objectStore('givings').put(booked, booked.giving);
          return booked;
        }
      return null;
    });
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
    const back = await this.write(['away', 'returns'], async (tx) => {
      const before = await tx.objectStore('returns').get(lease);
      const unseen: CodeRange[] = [...(before?.ranges ?? [])];
      for (const code of codes) {
        if (await tx.objectStore('away').getKey(keyOf(lease, code))) continue;
        await tx.objectStore('away').put(true, keyOf(lease, code));
        unseen.push({ batch: code.batch, from: code.from, count: 1 });
      }
      const part = { lease, ranges: unseen };
      await tx.objectStore('returns').put(part, lease);
      return part;
    });
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
    await this.write(['givings'], async (tx) => {
      const store = tx.objectStore('givings');
      const before = await store.get(giving);
      if (before) await store.put({ ...before, ...about }, giving);
    });
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
