import type { FormReadings, Reading } from '../reading';
import { budget } from './budget-rule';
import {
  type CheckContext,
  type CheckId,
  type CheckResult,
  called,
  checkIds,
  inKey,
  type Rule,
  type Verdict,
  wordKey,
} from './check';
import { claimCodeSingleUse, combinability, detailPageHidden, onePerCustomer } from './code-rules';
import {
  appliesTo,
  maxOrderQuantity,
  minimumPurchase,
  percentOff,
  productSelection,
  tiers,
} from './offer-rules';
import { rulesOf } from './rule-book';
import { endDate, internalDescription, startDate, trackingId } from './schedule-rules';

export * from './check';
export { suggestTrackingId } from './schedule-rules';

const rules: readonly Rule[] = [
  claimCodeSingleUse,
  percentOff,
  onePerCustomer,
  combinability,
  productSelection,
  detailPageHidden,
  appliesTo,
  minimumPurchase,
  tiers,
  startDate,
  endDate,
  trackingId,
  internalDescription,
  budget,
  maxOrderQuantity,
];

/** What Amazon doesn't let anyone change after Submit (Amazon staff, seller forum). */
export const fixedAfterSubmit: readonly CheckId[] = [
  'claim-code-single-use',
  'percent-off',
  'product-selection',
  'applies-to',
  'minimum-purchase',
  'tiers',
  'start-date',
];

/** What a promotion's own page is judged by: what can cost money. Its dates are learned apart. */
const judgedAfterSubmit: readonly CheckId[] = [
  'claim-code-single-use',
  'percent-off',
  'one-per-customer',
  'combinability',
  'product-selection',
  'detail-page-hidden',
  'applies-to',
  'minimum-purchase',
];

/** The checklist of one form: lines judged, checks that don't apply, and settings fixed since Submit. */
export interface Checklist {
  readonly results: readonly CheckResult[];
  readonly notApplicable: readonly CheckId[];
  readonly fixed: readonly CheckId[];
}

/** Judges the readings of a form. */
export function judge(readings: FormReadings, context: CheckContext): Checklist {
  const isShown = context.page === 'view';
  const notApplicable = rulesOf(context.kind, context.marketplace?.code ?? null).leftOut;
  const fixed = checkIds.filter(
    (id) => context.page === 'edit' && fixedAfterSubmit.includes(id) && !editable(readings, id),
  );
  const results = rules
    .filter((rule) => !notApplicable.includes(rule.id) && !fixed.includes(rule.id))
    .filter((rule) => !isShown || judgedAfterSubmit.includes(rule.id))
    .filter((rule) => !rule.optional || readingOf(rule, readings) !== null)
    .map((rule) => apply(rule, readings, context))
    // Amazon's own page leaves settings out; that is worth a line only where one can cost money.
    .filter(({ state, severity }) => !isShown || state !== 'unreadable' || severity === 'blocker');
  return { results, notApplicable: isShown ? [] : notApplicable, fixed };
}

function editable(readings: FormReadings, id: CheckId): boolean {
  const rule = rules.find((each) => each.id === id);
  return rule !== undefined && readingOf(rule, readings)?.kind === 'read';
}

function readingOf({ setting }: Rule, readings: FormReadings): Reading<unknown> | null {
  return (setting && readings[setting]) ?? null;
}

function apply(rule: Rule, readings: FormReadings, context: CheckContext): CheckResult {
  const words = unconfirmedWords(rule, readings, context);
  const verdict = unsure(rule.judge(readings, context), words, context);
  return {
    ...(words.length > 0 ? { unverified: words } : {}),
    ...(wasShown(readingOf(rule, readings)) ? { shown: true as const } : {}),
    id: rule.id,
    label: context.names?.(rule.setting ?? 'maxOrderQuantity') || context.say(`label_${inKey(rule.id)}`),
    why: context.say(`why_${inKey(rule.id)}`, rule.whyNames ? called(rule.whyNames, context) : ''),
    severity: rule.severity(readings, context),
    state: verdict.state,
    have: verdict.have,
    should: verdict.should ?? '',
    note: verdict.note ?? '',
    reason: verdict.state === 'unreadable' ? (verdict.reason ?? 'not-found') : null,
    confirmed: verdict.confirmed ?? null,
    accepted: verdict.accepted ?? '',
    acceptable: verdict.acceptable ?? false,
    unset: verdict.unset ?? false,
    target: readingOf(rule, readings)?.target ?? null,
    after: verdict.after ?? null,
  };
}

function wasShown(reading: Reading<unknown> | null): boolean {
  return reading?.kind === 'read' && reading.evidence.signals.includes('shown');
}

/** What a line's own reading rests on that neither a source nor the seller has confirmed. */
function unconfirmedWords(
  rule: Rule,
  readings: FormReadings,
  { confirmedWords }: CheckContext,
): readonly string[] {
  const reading = readingOf(rule, readings);
  const words = reading?.kind === 'read' ? (reading.evidence.unverified ?? []) : [];
  return words.filter((word) => !confirmedWords?.has(wordKey(rule.id, word)));
}

/** Neither right nor wrong is certain while it rests on our guess at Amazon's wording: the seller looks. */
function unsure(verdict: Verdict, words: readonly string[], { say }: CheckContext): Verdict {
  if (words.length === 0 || (verdict.state !== 'pass' && verdict.state !== 'fail')) return verdict;
  const named = words.map((word) => say('quoted', word)).join(', ');
  const note = say(words.length === 1 ? 'guessedWord' : 'guessedWords', named, verdict.note ?? '').trim();
  return { ...verdict, state: 'confirm', unset: false, note };
}

/** The four whole numbers of the summary, and whether everything may look green. */
export interface Tally {
  readonly pass: number;
  readonly fail: number;
  readonly confirm: number;
  readonly unreadable: number;
  /** Of these, the ones that opening a folded part of the form would show. */
  readonly folded: number;
  /** Of these, the ones that mending another line brings. */
  readonly later: number;
  /** True only when nothing failed or is folded away, and no blocker went unread or rests on unconfirmed words. */
  readonly ready: boolean;
}

/** Counts the lines. A confirmed line counts in none of the four. */
export function tally(results: readonly CheckResult[]): Tally {
  const count = (state: CheckResult['state']) =>
    results.filter((each) => each.state === state && each.confirmed === null).length;
  const unreadBlocker = results.some(
    (each) => each.severity === 'blocker' && (each.state === 'unreadable' || each.unverified !== undefined),
  );
  const fail = count('fail');
  const unread = results.filter(({ state }) => state === 'unreadable');
  const later = unread.filter(({ after }) =>
    results.some(({ id, state }) => id === after && state === 'fail'),
  );
  const folded = unread.filter(({ reason, after }) => reason === 'folded' && after === null);
  return {
    pass: count('pass'),
    fail,
    confirm: count('confirm'),
    unreadable: count('unreadable'),
    folded: folded.length,
    later: later.length,
    ready: fail === 0 && folded.length === 0 && !unreadBlocker && results.length > 0,
  };
}
