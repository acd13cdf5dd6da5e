import type { TeamLog } from '../log/log';
import { parsed, textOf, utf8 } from '../sealing/bytes';
import type { Entry } from '../sealing/envelope';
import type { Id } from '../sealing/ids';
import { open, type PoolKey, seal } from '../sealing/pool-key';

/** Where acts lie that are too large for an entry, sealed. */
export interface Shelf {
  readonly team: Id;
  readonly log: Pick<TeamLog, 'putObject' | 'getObject'>;
  keyOf(generation: number): PoolKey | null;
}

/** Bytes of an act that still go into its entry. */
const largestInside = 40_000;

/**
 * An act as its entry holds it: whole, or where it is large, only what it is, with the rest laid beside the log first.
 * Rejects with LogProblem where that can't be done.
 */
export async function contentFor(
  shelf: Shelf,
  key: PoolKey,
  { id, member }: { readonly id: string; readonly member: Id },
  act: { readonly kind: string },
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const whole = utf8(JSON.stringify(act));
  if (whole.length <= largestInside) return whole;
  const sealed = await seal(key, whole, about(shelf.team, id, member));
  await shelf.log.putObject(nameOf(id), sealed, signal);
  return utf8(JSON.stringify({ kind: act.kind, beside: true }));
}

/** The act that an entry stands for; null for nonsense, 'missing' where what lies beside the log is gone. */
export async function contentOf(
  shelf: Shelf,
  { id, member, key }: Entry,
  told: { readonly kind: string },
): Promise<unknown> {
  if (!('beside' in told)) return told;
  const sealed = await shelf.log.getObject(nameOf(id));
  const poolKey = shelf.keyOf(key);
  if (!sealed || !poolKey) return 'missing';
  const bytes = await open(poolKey, sealed, about(shelf.team, id, member));
  const text = bytes && textOf(bytes);
  const act = text ? parsed(text) : null;
  // Another kind than its entry says, past what its member may do.
  return act && (act as { kind?: unknown }).kind === told.kind ? act : null;
}

function nameOf(id: string): string {
  return `act-${id}`;
}

function about(team: Id, id: string, member: Id) {
  return { team, what: 'codes', id, member } as const;
}
