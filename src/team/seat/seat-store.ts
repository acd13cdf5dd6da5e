import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { writeBeside } from '../../ledger';
import type { Seat } from './seat';

interface SeatSchema extends DBSchema {
  seat: { key: 'seat'; value: Seat };
}

const channelName = 'claimcheck-seat';

/**
 * Keeps this browser's place in a team. In a database of its own, since keys that nobody can read out are no JSON; it
 * is part of no backup.
 */
export class SeatStore {
  private constructor(private readonly db: IDBPDatabase<SeatSchema>) {}

  static async open(name = 'claimcheck-seat'): Promise<SeatStore> {
    return new SeatStore(
      await openDB<SeatSchema>(name, 1, { upgrade: (made) => void made.createObjectStore('seat') }),
    );
  }

  async read(): Promise<Seat | null> {
    return (await this.db.get('seat', 'seat')) ?? null;
  }

  /** Keeps it; every page hears of it. Rejects with LedgerProblem. */
  async write(seat: Seat): Promise<void> {
    await writeBeside(
      () => this.db.transaction('seat', 'readwrite'),
      (tx) => tx.store.put(seat, 'seat'),
    );
    tell();
  }

  /** Changes it, unless it is gone. Rejects with LedgerProblem. */
  async change(how: (seat: Seat) => Seat): Promise<Seat | null> {
    const changed = await writeBeside(
      () => this.db.transaction('seat', 'readwrite'),
      async ({ store }) => {
        const before = await store.get('seat');
        const after = before && how(before);
        if (after) await store.put(after, 'seat');
        return after ?? null;
      },
    );
    tell();
    return changed;
  }

  async clear(): Promise<void> {
    await this.db.delete('seat', 'seat');
    tell();
  }
}

function tell(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('changed');
  channel.close();
}

/** Calls back after each change by another page. Returns the way to stop. */
export function onSeatChange(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = listener;
  return () => channel.close();
}
