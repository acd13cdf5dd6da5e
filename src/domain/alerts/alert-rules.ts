/** Below what the seller calls few codes: a number, a share of all in percent, and days at the present pace. */
export interface LowAt {
  readonly codes: number;
  readonly percent: number;
  readonly days: number;
}

/**
 * The numbers by which alerts come up. A change here is a change of the rules, and belongs into `ruleChanges` of the
 * rule book, too.
 */
export const alertRules = {
  /** Few codes, where the seller has set no numbers of their own. */
  low: { codes: 5, percent: 10, days: 3 } satisfies LowAt,
  /** Fewer codes in a week are no pace. */
  leastInWeek: 7,
  /** Looked up longer ago, days, the last week says nothing of the present pace. */
  paceHolds: 2,
  /** An end within so many days is near. */
  endsWithin: 3,
  /** So many codes out make it worth an alert. */
  manyOut: 10,
  /** Who stopped giving out has just read what still works, for so many hours. */
  justStopped: 24,
  /** After a start, people who got codes early can be told for so many hours. */
  justStarted: 48,
  /** After an end, what is still to be seen to is told for so many days: long enough for the seller to have come by. */
  justEnded: 7,
  /** A report older than this, days, says little of what is used now. */
  reportIsOld: 7,
  /** So many days after its end a promotion's last orders are worth a report. */
  reportAfterEnd: 14,
  /** Changes after which everything should be saved: fewer are quickly told again by hand. */
  muchChanged: 25,
  /** After so many days any change is worth saving. */
  savedLongAgo: 30,
} as const;
