import type { CheckId, Checklist, CheckResult, Tally } from '../../domain/checks';
import type { PageKind } from '../../domain/reading';
import type { CodeGroup } from '../../page/claim-codes-page';

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
  readonly captures: ReadonlyMap<
    string,
    { readonly busy: boolean; readonly done: boolean; readonly message: string }
  >;
  /** One sentence on what to do on this page. */
  readonly nextStep: string;
}

export interface OverlayActions {
  readonly fold: (folded: boolean) => void;
  readonly show: (target: number) => void;
  readonly confirm: (id: CheckId, yes: boolean) => void;
  readonly capture: (group: CodeGroup) => void;
  readonly openSettings: () => void;
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
  if (!checklist) return pageTitles[model.page];
  if (!model.languageKnown) return 'Can’t read this language yet';
  if (model.page === 'offer') return offerTitles[checklist.results[0]?.state ?? 'unreadable'];
  if (tally.fail > 0) return `${tally.fail} ${tally.fail === 1 ? 'thing' : 'things'} to fix before Submit`;
  if (!tally.ready) return 'Can’t tell if this is safe';
  return 'Ready to submit';
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
