const listeners = new Set<() => void>();
let channel: BroadcastChannel | null = null;

function sharedChannel(): BroadcastChannel {
  if (!channel) {
    channel = new BroadcastChannel('claimcheck-ledger');
    channel.onmessage = tellListeners;
  }
  return channel;
}

function tellListeners(): void {
  for (const listener of [...listeners]) listener();
}

/**
 * Calls `listener` after each completed write, by this view or another. It carries no data: read
 * again. Returns how to stop.
 */
export function onLedgerChange(listener: () => void): () => void {
  sharedChannel();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Tells every view, this one included. */
export function announceChange(): void {
  sharedChannel().postMessage('changed');
  // A channel doesn't hear itself.
  queueMicrotask(tellListeners);
}
