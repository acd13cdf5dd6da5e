import type { Acceptance, CheckResult } from '../../domain/checks';
import type { ProofDraft } from '../../domain/proof';
import type { PromotionKind } from '../../domain/reading';
import { Holding } from '../on-page/holding';
import { nothingTyped, type Typed } from './money';
import { Touched } from './touched';

/** What is true of one page while the seller is on it; another page begins a new one. */
export class Visit {
  readonly openedAt = Date.now();
  readonly touched = new Touched();
  /** Whether the seller has been in the offer page's limit, or in its price or stock. */
  offerTouched = false;
  priceTouched = false;
  nameTouched = false;
  /** Whether the form was read off the review page's summary. */
  isSummary = false;
  kindBefore: PromotionKind = 'unknown';
  accepted: Acceptance | null = null;
  typed: Typed = nothingTyped;
  /** The Tracking ID as the seller typed it; null before. */
  typedTrackingId: string | null = null;
  readonly holding = new Holding();
  /** A press sent the form in a way that could not be held. */
  escaped = false;
  /** The blockers of a press that is held; null while none is. */
  asking: readonly CheckResult[] | null = null;
  /** Where the focus was when it was held. */
  askedAt: HTMLElement | null = null;
  steppedAside = false;
  /** The seller opened the panel in a window too narrow for it. */
  opened = false;
  reported = '';
  nameCopied = false;

  /** Goes on from what was kept on an earlier page of the same promotion. */
  follow({ accepted, kind, details }: ProofDraft): void {
    this.accepted ??= accepted;
    this.kindBefore = kind;
    this.typed = {
      price: details?.price ?? null,
      codes: details?.codes ?? null,
      stock: details?.stock ?? null,
    };
  }
}
