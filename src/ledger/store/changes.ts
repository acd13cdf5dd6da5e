const listeners = new Set<() => Promise<void>>();
let channel: BroadcastChannel | null = null;

function sharedChannel(): BroadcastChannel {
  if (!channel) {
    channel = new BroadcastChannel('claimcheck-ledger');
    channel.onmessage = tellListeners;
  }
  return channel;
}

function tellListeners(): void {
  for (const tell of [...listeners]) void tell();
}

/**
 * Calls `listener` after completed writes, by this view or another. It carries no data: read again.
 * While what it returned is still pending, further writes are gathered into one more call: readers
 * hold writers up, so a view that read for each of them would slow all others down. `listener` answers
 * for its own errors. Returns how to stop.
 */
export function onLedgerChange(listener: () => void | Promise<void>): () => void {
  sharedChannel();
  let running = false;
  let again = false;
  const tell = async () => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again && listeners.has(tell)) {
        again = false;
        await listener();
      }
    } finally {
      running = false;
    }
  };
  listeners.add(tell);
  return () => {
    listeners.delete(tell);
  };
}

/** Tells every view, this one included. */
export function announceChange(): void {
  sharedChannel().postMessage('changed');
  // A channel doesn't hear itself.
  queueMicrotask(tellListeners);
}
