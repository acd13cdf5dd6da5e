import type { SentenceKey } from '../../words/sentences';
import type { MarketplaceCode } from '../marketplaces';
import type { PromotionKind } from '../reading';
import type { CheckId } from './check';

/** What the checklist holds of Amazon, and not of the seller. */
export interface Rules {
  /** Checks that make no sense for this kind of promotion. */
  readonly leftOut: readonly CheckId[];
  /** So long Amazon takes at most to start a promotion (sellers' guides), hours. */
  readonly leadHours: number;
  /** So much of that may pass while the form is filled in and reviewed, hours. */
  readonly graceHours: number;
  /** The shortest run worth making, days. */
  readonly shortestDays: number;
  /** Amazon takes a promotion down once so much of its budget is spent (its announcement of budgets), percent. */
  readonly budgetStopsAt: number;
}

const everywhere: Rules = {
  leftOut: [],
  leadHours: 4,
  graceHours: 0.5,
  shortestDays: 3,
  budgetStopsAt: 80,
};

const ofKind: Partial<Record<PromotionKind, Partial<Rules>>> = {
  // Social Media codes are made to be shared.
  social: {
    leftOut: [
      'claim-code-single-use',
      'combinability',
      'detail-page-hidden',
      'applies-to',
      'minimum-purchase',
      'tiers',
    ],
  },
  bogo: { leftOut: ['percent-off', 'minimum-purchase', 'tiers'] },
};

/** No store is known to differ; one that does stands here. */
const ofStore: Partial<Record<MarketplaceCode, Partial<Rules>>> = {};

/** The rules for a kind of promotion in a store; where nobody knows the store, those that hold everywhere. */
export function rulesOf(kind: PromotionKind, store: MarketplaceCode | null): Rules {
  return { ...everywhere, ...ofKind[kind], ...(store ? ofStore[store] : {}) };
}

/** One change of the rules: whoever worked by the version before is told once what is judged otherwise now. */
export interface RuleChange {
  readonly version: number;
  readonly what: Exclude<Extract<SentenceKey, `rulesChanged${string}`>, 'rulesChanged'>;
}

/**
 * Each change since the first version, the oldest first. A change of the rules above, or of `alertRules`, belongs here,
 * too.
 */
export const ruleChanges: readonly RuleChange[] = [{ version: 2, what: 'rulesChangedCosts' }];

/** The version of the rules in force. */
export const rulesVersion = ruleChanges.at(-1)?.version ?? 1;

/** What changed since a version. */
export function changesSince(version: number, changes = ruleChanges): readonly RuleChange[] {
  return changes.filter((change) => change.version > version);
}
