import type { Witness } from '../sealing/chain';
import type { Id } from '../sealing/ids';

/** Why this browser goes no further in the log. Nothing may be given out then. */
export type Halt =
  /** A colleague's Claimcheck is newer. */
  | { readonly kind: 'newer'; readonly member: Id }
  /** An owner's Claimcheck is older, so that all would pass over what this one knows. */
  | { readonly kind: 'older'; readonly member: Id }
  /** The key for what follows was never handed to this browser. */
  | { readonly kind: 'locked' }
  /** The log isn't the one that a member saw; see `Witness`. */
  | { readonly kind: 'tampered'; readonly witness: Witness; readonly seq: number; readonly member: Id }
  /** An import that the log speaks of is not there. */
  | { readonly kind: 'missing'; readonly seq: number }
  /** The codes here are other than those of an owner, or of two colleagues. */
  | { readonly kind: 'differs'; readonly member: Id }
  /** The history behind the snapshot that this browser began with is there no more. */
  | { readonly kind: 'history-gone' }
  /** It needs the history, and that is still on its way. */
  | { readonly kind: 'coming' }
  /** This page gave its place up. */
  | { readonly kind: 'ended' };

/** Ends following; the log holds what comes after, and it goes on once the cause is gone. */
export class Halted extends Error {
  override readonly name = 'Halted';

  constructor(readonly why: Halt) {
    super(why.kind);
  }
}
