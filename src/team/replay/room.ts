import { LedgerProblem, mustHaveRoom } from '../../ledger';

/** How often it is looked whether there is room again, milliseconds. */
const every = 5000;

/** Whether something wasn't done since the disk or the browser's storage is full. */
export function isFull(why: unknown): boolean {
  return why instanceof LedgerProblem && why.code === 'quota';
}

/** Whether the browser closed the storage, as Firefox may on a full disk: it can be opened again. */
function isClosed(why: unknown): boolean {
  return why instanceof LedgerProblem && why.code === 'closed';
}

/**
 * Resolves once there may be room again, or the storage may open again, where that is why something went no further; else
 * never. Where the browser doesn't tell, it has to be tried.
 */
export function roomAgain(why: unknown, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (!(isFull(why) || isClosed(why)) || signal.aborted) return;
    const stop = () => clearInterval(looking);
    const look = async () => {
      try {
        await mustHaveRoom();
      } catch (error) {
        if (isFull(error)) return;
      }
      stop();
      resolve();
    };
    const looking = setInterval(() => void look(), every);
    signal.addEventListener('abort', stop, { once: true });
  });
}
