import type { CheckId, Checklist, CheckResult, Tally } from '../../domain/checks';
import type { Guide } from '../../domain/guide';
import type { PageKind } from '../../domain/reading';
import type { CodeGroup } from '../../page/readers/code-group';

import { say } from '../../words/say';
import type { CaptureRow } from '../asks/captures';

import type { HowItRead } from '../on-page/drift';
import type { Pointing } from '../on-page/teach';
import type { Typed } from './money';

/** Everything the overlay shows at one moment. */
export interface OverlayModel {
  readonly page: PageKind;
  readonly folded: boolean;
  /** False once the extension was updated underneath this page. */
  readonly connected: boolean;
  readonly store: string;
  readonly account: string;
  readonly languageKnown: boolean;
  /** What is judged was read off a summary, not off controls. */
  readonly isSummary: boolean;
  /** Null on pages without a checklist. */
  readonly checklist: Checklist | null;
  readonly tally: Tally;
  /** Settings not touched yet are shown quietly. */
  readonly isQuiet: (result: CheckResult) => boolean;
  readonly rows: readonly CaptureRow[];
  /** One sentence on what to do on this page. */
  readonly nextStep: string;
  /** The promotion of this page is over: nothing is to be made ready for giving out. */
  readonly over: boolean;
  /** The way to single-use codes, as far as this page shows it; null where it isn't part of that. */
  readonly guide: Guide | null;
  readonly guideFolded: boolean;
  /** A group name to copy; empty where none is asked for. */
  readonly groupName: string;
  readonly nameCopied: boolean;
  /** Says that this page shows another store than its promotion's; empty where it doesn't. */
  readonly wrongStore: string;
  /** What the codes can cost at worst; empty where nothing is at stake. */
  readonly money: string;
  /** What the seller typed for it; null where the page doesn't ask. */
  readonly typed: Typed | null;
  /** An error kept the page from being read. */
  readonly failed: boolean;
  /** False where no button of the form is known for the one that sends it. */
  readonly canHold: boolean;
  /** The form was sent in a way that could not be held. */
  readonly escaped: boolean;
  /** What a press is held for; null while none is. */
  readonly asking: readonly CheckResult[] | null;
  /** The next press goes through. */
  readonly steppedAside: boolean;
  /** How the form read; null where there is none. */
  readonly how: HowItRead | null;
  /** What became of the page report. */
  readonly reported: string;
  /** While the seller shows where a control is, and once after. */
  readonly pointing: Pointing | null;
}

export interface OverlayActions {
  readonly fold: (folded: boolean) => void;
  readonly foldGuide: (folded: boolean) => void;
  readonly show: (target: number) => void;
  /** The seller wants to show where this setting is; null to stop. */
  readonly teach: (id: CheckId | null, label: string) => void;
  readonly confirm: (id: CheckId, yes: boolean) => void;
  readonly capture: (key: number, group: CodeGroup) => void;
  readonly copyName: (name: string) => void;
  readonly type: (typed: Typed) => void;
  /** The seller's answer to a press that was held. */
  readonly guard: (answer: 'back' | 'continue') => void;
  /** Takes a multi-use code on purpose; an empty reason takes that back. */
  readonly accept: (reason: string) => void;
  /** The seller says which SKUs or ASINs the chosen product selection holds. */
  readonly listProducts: (pasted: string) => void;
  /** Copies the page's skeleton, for a maintainer. */
  readonly report: () => void;
  /** Opens the promotion on this page in the workspace. */
  readonly openWorkspace: () => void;
}

/** The one-line summary: "3 to fix · 1 to check · 2 can't read". */
export function summaryLine({ tally, checklist, page }: OverlayModel): string {
  const { confirm, unreadable, later, pass } = tally;
  const fix = page === 'view' ? 0 : toFix(tally);
  const parts = [
    fix > 0 ? say('sumFix', fix) : '',
    tally.ready && page !== 'offer' && page !== 'view' && checklist
      ? say('beforeCodes', openBefore(checklist))
      : confirm > 0
        ? say('sumYou', confirm)
        : '',
    unreadable > later ? say('sumUnread', unreadable - later) : '',
    pass > 0 ? say('sumOk', pass) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

/** What is wrong, and what comes with mending it: so counted, the number only goes down. */
function toFix({ fail, later }: Tally): number {
  return fail + later;
}

/** How many things are to be seen to before codes go out: the two ticks, and the order limit until it is known. */
export function openBefore({ results }: Checklist): number {
  const limit = results.filter(
    ({ id, state, confirmed }) => id === 'max-order-quantity' && state === 'confirm' && confirmed === null,
  );
  return 2 + limit.length;
}

/** The biggest words of the panel. */
export function headline(model: OverlayModel): string {
  const { tally, checklist } = model;
  if (!model.connected) return say('updated');
  if (model.wrongStore !== '') return say('wrongStore');
  if (model.failed) return say('cantTell');
  if (!checklist) return say(model.over ? 'titleOver' : pageTitles[model.page]);
  if (!model.languageKnown) return say('noLanguage');
  if (model.page === 'view') return shownTitle(tally, checklist);
  if (model.page === 'offer') return say(offerTitles[checklist.results[0]?.state ?? 'unreadable']);
  if (tally.fail > 0) return toFix(tally) === 1 ? say('fixOne') : say('fixMany', toFix(tally));
  if (tally.folded > 0) return tally.folded === 1 ? say('openOne') : say('openMany', tally.folded);
  if (!tally.ready) return say('cantTell');
  return say(onPurpose(checklist.results) ? 'readyMulti' : 'ready');
}

/** After Submit hardly anything can be fixed: it is said to be unsafe, or right. */
function shownTitle({ fail, ready }: Tally, { results }: Checklist): string {
  if (fail > 0) return fail === 1 ? say('unsafeOne') : say('unsafeMany', fail);
  return say(ready && !onPurpose(results) ? 'shownRight' : pageTitles.view);
}

/** Whether something the checklist stops was taken on purpose: then nothing is green. */
export function onPurpose(results: readonly CheckResult[]): boolean {
  return results.some(({ accepted }) => accepted !== '');
}

const offerTitles = {
  pass: 'offerPass',
  fail: 'offerFail',
  confirm: 'offerConfirm',
  unreadable: 'offerUnread',
} as const;

const pageTitles = {
  create: 'titlePromotion',
  edit: 'titlePromotion',
  duplicate: 'titlePromotion',
  review: 'titleReview',
  submitted: 'titleSubmitted',
  view: 'titlePromotion',
  'claim-codes': 'titleCodes',
  offer: 'titleOffer',
  manage: 'titleList',
  central: 'titleList',
  other: 'name',
} as const;
