import type { Acceptance, CheckId, Checklist, CheckState, Severity } from './checks';
import type { MarketplaceCode } from './marketplaces';
import type { Combinability, PageKind, PromotionKind } from './reading';

/** One check as it stood when it was kept. */
export interface ProofLine {
  readonly id: CheckId;
  readonly severity: Severity;
  readonly state: CheckState;
  readonly label: string;
  readonly have: string;
  readonly should: string;
  readonly reason: string | null;
  readonly confirmed: string | null;
  readonly accepted: string;
}

/** All checks of one page at one moment. */
export interface Snapshot {
  /** ISO. */
  readonly at: string;
  readonly page: PageKind;
  readonly lines: readonly ProofLine[];
}

/** The seller's own press that went through. */
export interface ProofMark {
  readonly step: 'review' | 'submit';
  readonly at: string;
  /** Blockers that stood open and were passed over. */
  readonly overridden: readonly CheckId[];
}

/** What the form or its summary told of the promotion; null: not read. */
export interface DraftDetails {
  readonly claimCode: 'single-use' | 'group' | 'none' | null;
  readonly percentOff: number | null;
  /** ISO 8601 in UTC. */
  readonly start: string | null;
  readonly end: string | null;
  /** Amazon's name of the product selection. */
  readonly selection: string | null;
  /** Price of one unit as the seller typed it; absent in drafts kept by earlier versions. */
  readonly price?: number | null;
  /** How many codes the seller means to make; likewise. */
  readonly codes?: number | null;
  /** How it combines with others; likewise. */
  readonly combinability?: Combinability | null;
  /** Units that can be sold; likewise. */
  readonly stock?: number | null;
}

/** Begins the key of each `ProofDraft` in the extension's local storage. */
export const draftPrefix = 'draft ';

/** What is kept of a promotion on its way to Submit. Holds no code. */
export interface ProofDraft {
  readonly id: string;
  readonly account: string | null;
  readonly marketplace: MarketplaceCode | null;
  readonly kind: PromotionKind;
  readonly trackingId: string;
  /** Known only while a promotion is edited. */
  readonly amazonId: string | null;
  readonly name: string;
  /** A multi-use code taken on purpose. */
  readonly accepted: Acceptance | null;
  readonly form: Snapshot | null;
  readonly review: Snapshot | null;
  readonly marks: readonly ProofMark[];
  /** What the promotion is, as far as it was read; absent in proofs kept by earlier versions. */
  readonly details?: DraftDetails;
}

/**
 * The key under which a draft is stored: its account and store, and the Tracking ID typed, or Amazon's id
 * while it is edited.
 */
export function draftKey(
  { account, marketplace }: Pick<ProofDraft, 'account' | 'marketplace'>,
  which: { readonly trackingId: string | null } | { readonly amazonId: string },
): string {
  const own = 'amazonId' in which ? `a ${which.amazonId}` : `t ${which.trackingId ?? ''}`;
  return `${draftPrefix}${account ?? ''}|${marketplace ?? ''}|${own}`;
}

/** A draft found again on the promotion's own page: from then on it belongs to that promotion. */
export interface Proof extends ProofDraft {
  readonly boundAt: string;
  /** What the promotion's own page showed last; absent: it never told of its settings. */
  readonly shown?: Snapshot;
}

/** The checklist as it is kept. */
export function snapshot({ results }: Checklist, page: PageKind, now: number): Snapshot {
  return {
    at: new Date(now).toISOString(),
    page,
    lines: results.map(({ id, severity, state, label, have, should, reason, confirmed, accepted }) => ({
      id,
      severity,
      state,
      label: label.slice(0, 300),
      have: have.slice(0, 300),
      should: should.slice(0, 300),
      reason,
      confirmed,
      accepted,
    })),
  };
}

/**
 * The checks that a proof stands for: those of the form, else those of the review page; of a promotion that was made
 * elsewhere those of its own page.
 */
export function proofLines({
  form,
  review,
  shown,
}: Pick<ProofDraft, 'form' | 'review'> & { readonly shown?: Snapshot }): readonly ProofLine[] {
  return (form ?? review ?? shown)?.lines ?? [];
}

/** What the promotion's own page shows otherwise than what was submitted, as far as both were read. */
export function changedSince({ form, review, shown }: Pick<Proof, 'form' | 'review' | 'shown'>): ProofLine[] {
  const submitted = (form ?? review)?.lines ?? [];
  const isRead = ({ state }: ProofLine) => state === 'pass' || state === 'fail';
  return (shown?.lines ?? []).filter((line) => {
    const before = submitted.find(({ id }) => id === line.id);
    return (
      before && isRead(before) && isRead(line) && (before.state !== line.state || before.have !== line.have)
    );
  });
}

/** What stands wrong on the promotion's own page and can cost money; nothing that was taken on purpose. */
export function unsafeNow({ accepted, shown }: Pick<Proof, 'accepted' | 'shown'>): ProofLine[] {
  return (shown?.lines ?? []).filter(
    ({ id, state, severity }) =>
      state === 'fail' && severity === 'blocker' && !(accepted && id === 'claim-code-single-use'),
  );
}

/** What the review page showed otherwise than the form, by check. */
export function shownOtherwise({ form, review }: Pick<ProofDraft, 'form' | 'review'>): readonly ProofLine[] {
  if (!form || !review) return [];
  return review.lines.filter((line) => {
    const before = form.lines.find(({ id }) => id === line.id);
    return before !== undefined && line.state !== 'unreadable' && before.state !== line.state;
  });
}

/** Every blocker that was passed over on the way. */
export function overriddenIn({ marks }: Pick<ProofDraft, 'marks'>): readonly CheckId[] {
  return [...new Set(marks.flatMap(({ overridden }) => overridden))];
}
