import type { Card } from '../sealing/card';
import type { HandedKeys } from '../sealing/handed-keys';
import type { Id } from '../sealing/ids';
import type { Role } from './acts';

/** Where in the log something happened, by whom, and when by their own clock (milliseconds). */
export interface Happened {
  readonly seq: number;
  readonly by: Id;
  readonly at: number;
}

export interface Member {
  readonly card: Card;
  /** The last one, of those who are gone. */
  readonly role: Role;
  /** Exists on paper alone. */
  readonly paper: boolean;
  readonly joined: Happened;
  /** Null for who belongs to the team. */
  readonly gone: Happened | null;
  /** Their public key with the engine, as its own text: for renewing what lets them in; may be empty. */
  readonly engineKey: string;
  /** The newest secret that was wrapped for them, as base64url. */
  readonly wrapped: string;
  /** The kinds of acts that their Claimcheck understands; null until it has said so. */
  readonly understands: readonly string[] | null;
}

/** A generation of the pool's key, as all see it. */
export type Generation = Omit<HandedKeys, 'wrapped'>;

/** The team after some entries: plain data, to be kept and compared as JSON. */
export interface Members {
  readonly team: Id;
  /** All who ever belonged to it. */
  readonly all: Readonly<Record<Id, Member>>;
  /** From the first to the one in force. */
  readonly generations: readonly Generation[];
  /** Somebody left by themselves and still knows the key: an owner is to change it. */
  readonly rotationDue: boolean;
  /** Members whose entries are passed over from a place on, since what they write doesn't fit the log; see `weigh`. */
  readonly doubted?: Readonly<Record<Id, number>>;
}
