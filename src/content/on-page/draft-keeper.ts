import type { Acceptance, CheckId, Checklist } from '../../domain/checks';
import { type DraftDetails, draftKey, type ProofDraft, snapshot } from '../../domain/proof';
import { type LocalDateTime, type Reading, readValue } from '../../domain/reading';
import { instantOf } from '../../domain/time';
import type { PageReading } from '../../page/read-page';
import { promotionIdOfUrl } from '../../page/site/page-kind';
import {
  forgetDraft,
  type LastPress,
  lastPress,
  loadDraft,
  onPress,
  saveDraft,
} from '../../stored/drafts/drafts';
import type { Typed } from '../model/money';
import { isConnected } from './lifetime';

const settled = 400;
/** A review page this long after the press of Review belongs to another try. */
const followsWithin = 3_600_000;

function isFresh(at: string | undefined): boolean {
  return at !== undefined && Date.now() - Date.parse(at) < followsWithin;
}

/** An account and a store as a page shows them. */
type Scope = Pick<ProofDraft, 'account' | 'marketplace'>;

interface About {
  /** The page is the review page's summary: the next press is Submit. */
  readonly isSummary: boolean;
  readonly accepted: Acceptance | null;
  readonly typed: Typed;
}

/**
 * Keeps what the checklist said on a promotion's way to Submit. Drafts live in `storage.local`: a
 * message sent at the moment of Submit is lost when the page goes, a write to storage is not.
 */
export class DraftKeeper {
  #draft: ProofDraft | null = null;
  #key = '';
  #written = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #elsewhere = false;
  #page = new AbortController();
  #stopHearing: () => void = () => undefined;
  readonly #loaded: (before: ProofDraft | null) => void;

  /** `loaded` hears what was kept on an earlier page of the same promotion; null where nothing was. */
  constructor(loaded: (before: ProofDraft | null) => void, life: AbortSignal) {
    this.#loaded = loaded;
    life.addEventListener('abort', () => this.#stopHearing());
  }

  /** Whether Review was pressed in another store than this review page shows. */
  get elsewhere(): boolean {
    return this.#elsewhere;
  }

  /** Another page begins. */
  reset(): void {
    clearTimeout(this.#timer);
    // A reason of our own: the browser's would hold a stack trace, for which it parses this whole script again.
    this.#page.abort('left');
    this.#page = new AbortController();
    this.#elsewhere = false;
    this.#draft = null;
    this.#key = '';
    this.#written = '';
  }

  /** Takes what was read; it is written once it has stopped changing. */
  see(page: PageReading, about: About, checklist: Checklist): void {
    if (page.page === 'review' && this.#key === '') {
      this.#key = 'looking';
      void this.#follow(page);
      return;
    }
    if (this.#key === 'looking') return;
    const next = this.#next(page, about, checklist);
    const text = JSON.stringify({ ...next, form: next.form?.lines, review: next.review?.lines });
    if (text === this.#written) return;
    this.#written = text;
    this.#draft = next;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#write(next), settled);
  }

  /** The seller's press goes through: written at once, before the page goes. */
  press(page: PageReading, about: About, checklist: Checklist, overridden: readonly CheckId[]): void {
    clearTimeout(this.#timer);
    this.#stopHearing();
    const step = about.isSummary ? 'submit' : 'review';
    const at = new Date().toISOString();
    const draft = this.#next(page, about, checklist);
    this.#draft = { ...draft, marks: [...draft.marks, { step, at, overridden }] };
    void this.#write(this.#draft, { key: this.#key, at });
  }

  #next(page: PageReading, { isSummary, accepted, typed }: About, checklist: Checklist): ProofDraft {
    const { trackingId, name } = namesIn(page);
    const before = this.#draft;
    const amazonId =
      page.page === 'edit' ? promotionIdOfUrl(new URL(location.href)) : (before?.amazonId ?? null);
    if (!isSummary) {
      const key = draftKey(scopeOf(page), amazonId === null ? { trackingId } : { amazonId });
      // A Tracking ID typed anew is the same promotion; its earlier text must not stay behind.
      if (this.#key !== '' && this.#key !== key && isConnected()) void forgetDraft(this.#key);
      this.#key = key;
    }
    const now = snapshot(checklist, page.page, Date.now());
    return {
      id: before?.id ?? crypto.randomUUID(),
      ...scopeOf(page),
      kind: page.form?.kind ?? before?.kind ?? 'unknown',
      trackingId: trackingId ?? before?.trackingId ?? '',
      amazonId,
      name: name || (before?.name ?? ''),
      accepted,
      form: isSummary ? (before?.form ?? null) : now,
      review: isSummary ? now : null,
      marks: before?.marks ?? [],
      details: { ...detailsOf(page, before?.details), ...typed },
    };
  }

  /** On the review page: the draft that the press of Review left, also where its writing ends only now. */
  async #follow(page: PageReading): Promise<void> {
    const begunAt = Date.now();
    const { signal } = this.#page;
    this.#stopHearing = onPress((last, draft) => {
      if (Date.parse(last.at) <= begunAt) this.#goOn(page, last.key, draft);
    });
    signal.addEventListener('abort', this.#stopHearing);

    const own = draftKey(scopeOf(page), namesIn(page));
    const last = await lastPress.read();
    const left = last && isFresh(last.at) ? await loadDraft(last.key) : null;
    const kept = await loadDraft(own);
    if (signal.aborted || this.#key !== 'looking') return;
    if (last && left && this.#goOn(page, last.key, left)) return;
    // The last press was of another promotion, in another tab.
    if (kept && isFresh(kept.marks.at(-1)?.at) && this.#goOn(page, own, kept)) return;
    this.#key = own;
    this.#loaded(null);
  }

  /** Whether this page is of that draft's promotion; then what is kept of it goes on, and nothing more is waited for. */
  #goOn(page: PageReading, key: string, draft: ProofDraft): boolean {
    const { trackingId } = namesIn(page);
    if (trackingId !== null && trackingId !== draft.trackingId) return false;
    const scope = scopeOf(page);
    const isHere = draft.account === scope.account && draft.marketplace === scope.marketplace;
    this.#elsewhere = !isHere;
    this.#draft = isHere ? draft : null;
    this.#key = isHere ? key : draftKey(scope, { trackingId });
    this.#written = '';
    clearTimeout(this.#timer);
    this.#stopHearing();
    this.#loaded(this.#draft);
    return true;
  }

  async #write(draft: ProofDraft, last?: LastPress): Promise<void> {
    if (!isConnected() || this.#key === 'looking') return;
    try {
      await saveDraft(this.#key, draft, last);
    } catch (error) {
      console.warn('Claimcheck could not keep the proof:', error);
    }
  }
}

function scopeOf({ store }: PageReading): Scope {
  return { account: store.account, marketplace: store.marketplace?.code ?? null };
}

/** What identifies a form's promotion to the seller. */
function namesIn({ form }: PageReading): { readonly trackingId: string | null; readonly name: string } {
  if (!form) return { trackingId: null, name: '' };
  return {
    trackingId: readValue(form.readings.trackingId)?.trim() ?? null,
    name: readValue(form.readings.internalDescription)?.trim() ?? '',
  };
}

/** What the form tells of the promotion; what this page leaves open stays as the page before told it. */
function detailsOf({ form, store }: PageReading, before: DraftDetails | undefined): DraftDetails {
  const read = form?.readings;
  const at = (moment: Reading<LocalDateTime> | undefined) => {
    const local = moment && readValue(moment);
    const instant = local && store.marketplace ? instantOf(local, store.marketplace.timeZone) : null;
    return instant === null ? null : new Date(instant).toISOString();
  };
  const discount = read && readValue(read.discount);
  const selection = read && readValue(read.productSelection);
  const code = read && readValue(read.claimCode);
  const combines = read && readValue(read.combinability);
  const percent = discount?.kind === 'percent' ? discount.value : null;
  return {
    claimCode: code && code !== 'unset' ? code : (before?.claimCode ?? null),
    percentOff: percent !== null && percent >= 0 && percent <= 100 ? percent : (before?.percentOff ?? null),
    start: at(read?.start) ?? before?.start ?? null,
    end: at(read?.end) ?? before?.end ?? null,
    combinability: combines?.chosen ?? before?.combinability ?? null,
    selection: selection?.kind === 'list' ? selection.name.slice(0, 500) : (before?.selection ?? null),
  };
}
