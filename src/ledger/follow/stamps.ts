import type { Db, Tx, WriteTx } from '../store/schema';

/**
 * Where an act's time and the ids that it makes come from. Here a clock and chance; whoever writes the same acts into
 * several ledgers gives each act its own, so that all of them come out alike.
 */
export interface Stamps {
  now(): Date;
  /** A UUID that no other row has. */
  newId(): string;
  /** Need not be on the disk when it is answered: it is kept elsewhere, and written again where it is lost. */
  readonly relaxed?: true;
  /** Writes what is kept together with the act, in its own transaction, before that ends. */
  written?(tx: WriteTx): Promise<void>;
}

/** Time and ids of what is written by this browser alone. */
export const ownStamps: Stamps = { now: () => new Date(), newId: () => crypto.randomUUID() };

const given = new WeakMap<Db, Stamps>();

/** What is written through this connection gets its time and ids from `stamps`; null: from clock and chance again. */
export function stampWith(db: Db, stamps: Stamps | null): void {
  if (stamps) given.set(db, stamps);
  else given.delete(db);
}

/** Whether what is written through this connection is an act that has its stamps from elsewhere. */
export function isStamped(where: Db | Tx): boolean {
  return given.has('db' in where ? where.db : where);
}

/** Where this connection's acts get their time and ids from. */
export function stampsOf(where: Db | Tx): Stamps {
  return given.get('db' in where ? where.db : where) ?? ownStamps;
}

/** The time of the act that is being written, ISO 8601 in UTC. */
export function timeOf(where: Db | Tx): string {
  return stampsOf(where).now().toISOString();
}

/** A new id for the act that is being written. */
export function newId(where: Db | Tx): string {
  return stampsOf(where).newId();
}
