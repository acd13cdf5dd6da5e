import { type OpenDBCallbacks, openDB, unwrap } from 'idb';
import type { Said } from '../../domain/problem';
import { migrations } from './migrations';
import { asProblem, LedgerProblem, sentences } from './problem';
import type { Db, LedgerSchema } from './schema';
import { abort, closedReasons } from './transact';

export interface OpenOptions {
  readonly name?: string;
  /** A newer Claimcheck wants to change the ledger's shape; this connection has closed itself. */
  readonly onVersionChange?: () => void;
  /** The browser closed the connection by itself, e.g. because its storage failed. */
  readonly onTerminated?: () => void;
}

/**
 * Opens the ledger, bringing it to the present shape first.
 * Throws LedgerProblem `storage-refused`, `quota` or `blocked`. Never deletes anything.
 */
export async function openLedger(options: OpenOptions = {}): Promise<Db> {
  // Firefox has no indexedDB at all where storage is switched off.
  if (!globalThis.indexedDB) throw new LedgerProblem('storage-refused', sentences.refused);
  let open: Db | null = null;
  let failure: unknown = null;
  const close = (because: Said) => {
    if (!open) return;
    closedReasons.set(open, because);
    open.close();
  };
  let reportBlocked: () => void = () => undefined;
  const blocked = new Promise<never>((_resolve, reject) => {
    reportBlocked = () => reject(new LedgerProblem('blocked', sentences.blocked));
  });
  const opening = connect(options.name ?? 'claimcheck', {
    async upgrade(db, oldVersion, _newVersion, transaction) {
      const tx = unwrap(transaction);
      // The opening itself tells how it ended.
      transaction.done.catch(() => undefined);
      try {
        for (const migrate of migrations.slice(oldVersion)) await migrate(unwrap(db), tx);
      } catch (error) {
        failure = error;
        // idb awaits nothing here: without this, half of the migration would be kept.
        abort(tx);
      }
    },
    blocked: () => reportBlocked(),
    blocking() {
      close(sentences.updated);
      options.onVersionChange?.();
    },
    terminated() {
      close(sentences.terminated);
      options.onTerminated?.();
    },
  });
  try {
    open = await Promise.race([opening, blocked]);
    return open;
  } catch (error) {
    // A blocked opening may still succeed later; left open, it would block others in turn.
    opening.then(
      (late) => late.close(),
      () => undefined,
    );
    throw openingProblem(failure ?? error);
  }
}

/** As a promise also where the browser refuses at once. */
async function connect(name: string, callbacks: OpenDBCallbacks<LedgerSchema>): Promise<Db> {
  return openDB<LedgerSchema>(name, migrations.length, callbacks);
}

function openingProblem(error: unknown): unknown {
  // While opening, Firefox's private windows answer with InvalidStateError.
  const refused = error instanceof DOMException && error.name === 'InvalidStateError';
  if (refused) return new LedgerProblem('storage-refused', sentences.refused, { cause: error });
  const aborted = error instanceof DOMException && error.name === 'AbortError';
  if (aborted) return new LedgerProblem('storage-refused', sentences.broken, { cause: error });
  return asProblem(error);
}
