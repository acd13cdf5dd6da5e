/** Where a key lies: whose it is, and its own name. Both say nothing. */
export interface KeyName {
  readonly person: string;
  readonly name: string;
}

/**
 * Sealed keys beside the log, which can be destroyed: the log can't forget anything, but it holds nothing of people that
 * opens without these. Whatever else lies under a name is passed over, so that nobody takes a key away by writing there.
 */
export interface KeyShelf {
  /** Puts keys there. Rejects with LogProblem. */
  put(keys: readonly (KeyName & { readonly sealed: Uint8Array })[], signal?: AbortSignal): Promise<void>;
  /** The first that `opens` takes; null where it is destroyed or was never there. Rejects with LogProblem. */
  get<T>(at: KeyName, opens: (sealed: Uint8Array) => Promise<T | null>): Promise<T | null>;
  /** All that lies there now, by person and name; empty bytes for a destroyed one. Nothing where it is more than `most`. */
  all(signal?: AbortSignal, most?: number): Promise<Map<string, Map<string, Uint8Array>>>;
  /** The names of a person's keys. */
  namesOf(person: string): Promise<string[]>;
  /** Destroys keys, also on the engine's disk; does nothing where they are destroyed. Rejects with LogProblem. */
  destroy(keys: readonly KeyName[]): Promise<void>;
}
