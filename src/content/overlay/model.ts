import type { CheckId, Checklist, CheckResult, Tally } from '../../domain/checks';
import type { PageKind } from '../../domain/reading';
import type { CodeGroup } from '../../page/claim-codes-page';
import type { CaptureState } from '../captures';
import type { HowItRead } from '../drift';
import type { KeptProof } from '../proof';

/** Everything the overlay shows at one moment. */
export interface OverlayModel {
  readonly page: PageKind;
  readonly folded: boolean;
  /** False once the extension was updated underneath this page. */
  readonly connected: boolean;
  readonly store: string;
  readonly account: string;
  readonly languageKnown: boolean;
  /** Null on pages without a checklist. */
  readonly checklist: Checklist | null;
  readonly tally: Tally;
  /** Settings not touched yet are shown quietly. */
  readonly isQuiet: (result: CheckResult) => boolean;
  readonly groups: readonly CodeGroup[];
  /** What happened to each group's capture, by name. */
  readonly captures: ReadonlyMap<string, CaptureState>;
  /** One sentence on what to do on this page. */
  readonly nextStep: string;
  /** The blockers of a press that is held; null while none is. */
  readonly asking: readonly CheckResult[] | null;
  /** The seller chose to go on in spite of blockers. */
  readonly steppedAside: boolean;
  /** What is kept of the promotion on screen. */
  readonly proof: KeptProof | null;
  /** How the form read; null where there is none. */
  readonly how: HowItRead | null;
  /** What became of the page report. */
  readonly reported: string;
}

export interface OverlayActions {
  readonly fold: (folded: boolean) => void;
  readonly show: (target: number) => void;
  readonly confirm: (id: CheckId, yes: boolean) => void;
  readonly capture: (group: CodeGroup) => void;
  /** The seller's answer to a press that was held. */
  readonly guard: (answer: 'back' | 'continue') => void;
  /** Takes a multi-use code on purpose; an empty reason takes that back. */
  readonly accept: (reason: string) => void;
  /** The seller says which SKUs or ASINs the chosen product selection holds. */
  readonly listProducts: (pasted: string) => void;
  /** Copies the page's skeleton, for a maintainer. */
  readonly report: () => void;
  readonly openWorkspace: (route: string) => void;
}

/** The one-line summary: "3 to fix · 1 for you · 2 can't read". */
export function summaryLine({ fail, confirm, unreadable, pass }: Tally): string {
  const parts = [
    fail > 0 ? `${fail} to fix` : '',
    confirm > 0 ? `${confirm} for you` : '',
    unreadable > 0 ? `${unreadable} can’t read` : '',
    `${pass} OK`,
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The biggest words of the panel. */
export function headline(model: OverlayModel): string {
  const { tally, checklist } = model;
  if (!model.connected) return 'Claimcheck was updated. Reload this page';
  if (!checklist) return pageTitles[model.page];
  if (!model.languageKnown) return 'Can’t read this language yet';
  if (model.page === 'offer') return offerTitles[checklist.results[0]?.state ?? 'unreadable'];
  if (tally.fail > 0) return `${tally.fail} ${tally.fail === 1 ? 'thing' : 'things'} to fix before Submit`;
  if (!tally.ready) return 'Can’t tell if this is safe';
  return onPurpose(checklist.results) ? 'Ready, with a multi-use code' : 'Ready to submit';
}

/** Whether something the checklist stops was taken on purpose: then nothing is green. */
export function onPurpose(results: readonly CheckResult[]): boolean {
  return results.some(({ accepted }) => accepted !== '');
}

const offerTitles: Record<CheckResult['state'], string> = {
  pass: 'Order limit is set',
  fail: 'No safe order limit',
  confirm: 'Check the order limit',
  unreadable: 'Can’t find the order limit',
};

const pageTitles: Record<PageKind, string> = {
  create: 'Promotion',
  edit: 'Promotion',
  duplicate: 'Promotion',
  review: 'Review',
  submitted: 'Submitted',
  view: 'Promotion',
  'claim-codes': 'Claim codes',
  offer: 'Offer',
  manage: 'Promotions',
  central: 'Promotions',
  other: 'Claimcheck',
};
