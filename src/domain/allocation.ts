/** What a platform said it still had of the codes handed over to it, at one moment. */
export interface LeftThere {
  /** The act of giving out that handed them over. */
  readonly issuance: string;
  readonly left: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly by: string;
}

/** What was told about one lot, the newest first. */
export function toldOf(told: readonly LeftThere[] | undefined, issuance: string): LeftThere[] {
  return (told ?? []).filter((each) => each.issuance === issuance).reverse();
}

/** How many of a lot's codes the platform has really given out, or null while nobody looked. */
export function reallyGivenOut(
  count: number,
  told: readonly LeftThere[] | undefined,
  issuance: string,
): number | null {
  const [newest] = toldOf(told, issuance);
  return newest ? count - newest.left : null;
}

/** What was told before, where `left` is more than that: a lot gives out, and gets nothing back; else null. */
export function rose(
  told: readonly LeftThere[] | undefined,
  issuance: string,
  left: number,
): LeftThere | null {
  const [newest] = toldOf(told, issuance);
  return newest && left > newest.left ? newest : null;
}
