/** One setting or lesson of a saved copy that is not decided here: taken over only where the seller ticks it. */
export interface KeptItem {
  readonly id: string;
  readonly text: string;
  /** It would make a check pass that doesn't here: never taken without a yes of its own. */
  readonly weakens: boolean;
  /** Where it is stored, and what is stored there once it is taken, given what is there now. */
  readonly key: string;
  readonly taken: (stored: unknown) => unknown;
}
