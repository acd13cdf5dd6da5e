import { type Checklist, type Tally, tally } from '../../domain/checks';
import { type Limits, limitsIn } from '../../domain/checks/limits';
import { guideOf } from '../../domain/guide';
import type { PageReading } from '../../page/read-page';
import type { CodeGroup } from '../../page/readers/code-group';
import type { Settings } from '../../stored/settings';
import { say } from '../../words/say';
import type { Captures } from '../asks/captures';
import { howItRead } from '../on-page/drift';
import { isConnected } from '../on-page/lifetime';
import type { Pointing } from '../on-page/teach';
import { moneyOfCodes, moneyOfForm } from './money';
import { nameToCopy, nextStep } from './next-step';
import { overWords } from './over';
import type { OverlayModel } from './overlay-model';
import type { Visit } from './visit';
import { wrongStore } from './wrong-store';

/** All that the overlay is drawn from. */
export interface Seen {
  readonly reading: PageReading;
  readonly checklist: Checklist | null;
  readonly visit: Visit;
  readonly settings: Settings;
  readonly folded: boolean;
  readonly guideFolded: boolean;
  readonly captures: Captures;
  /** Review was pressed in another store than this page shows. */
  readonly reviewedElsewhere: boolean;
  /** Whether what this offer page shows is kept. */
  readonly offerKept: boolean;
  /** The promotion's own page, seen before in this tab, showed it as over. */
  readonly overHere: boolean;
  readonly pointing: Pointing | null;
}

/** What the overlay shows of it. */
export function modelOf(seen: Seen): OverlayModel {
  const { reading, checklist, visit, settings } = seen;
  const { store, form } = reading;
  const wrong = wrongStore(reading, seen.reviewedElsewhere);
  const rows = seen.captures.rows(reading);
  const captured = new Set(rows.flatMap(({ group, state }) => (state?.done ? [group] : [])));
  const over = overWords(reading, seen.overHere, Date.now());
  const counted = tally(checklist?.results ?? []);
  return {
    page: reading.page,
    folded: seen.folded,
    connected: isConnected(),
    store: store.marketplace ? say('store', store.marketplace.name) : say('noStore'),
    account: store.account ?? '',
    languageKnown: reading.languageKnown,
    isSummary: visit.isSummary,
    checklist,
    tally: counted,
    isQuiet: (result) => result.state === 'fail' && result.unset && !visit.touched.has(result.id),
    rows,
    nextStep:
      wrong === ''
        ? over ||
          [nextStep(reading, visit.isSummary, counted, seen.offerKept, captured), startsWhen(seen, counted)]
            .filter(Boolean)
            .join(' ')
        : '',
    over: over !== '',
    guide: wrong === '' && over === '' && !reading.failed ? guideHere(seen, captured) : null,
    guideFolded: seen.guideFolded,
    groupName: wrong === '' && over === '' ? nameToCopy(reading, captured) : '',
    nameCopied: visit.nameCopied,
    wrongStore: wrong,
    money:
      form && reading.page !== 'view'
        ? moneyOfForm(reading, visit, limitOf(checklist, limitsIn(settings, store.marketplace?.code ?? null)))
        : moneyOfCodes(reading),
    typed: form && !visit.isSummary ? visit.typed : null,
    failed: reading.failed,
    canHold: form === null || visit.isSummary || reading.reviewButtons.length > 0,
    escaped: visit.escaped,
    asking: visit.asking,
    steppedAside: visit.steppedAside,
    reported: visit.reported,
    pointing: seen.pointing,
    how: form && reading.languageKnown && reading.page !== 'view' ? howItRead(form.readings) : null,
  };
}

/** Where the seller is on the way to single-use codes; nothing of it is known in a language that we have no words for. */
function guideHere({ reading, checklist }: Seen, captured: ReadonlySet<CodeGroup>) {
  if (!reading.languageKnown) return null;
  return guideOf({
    page: reading.page,
    kind: reading.form?.kind ?? null,
    lines: checklist?.results ?? [],
    groups: reading.groups.map((group) => ({ ready: group.ready, captured: captured.has(group) })),
  });
}

/** When the codes begin to work, once all of a form is right: whoever wants to give one out today must know now. */
function startsWhen({ checklist, reading }: Seen, { ready }: Tally): string {
  const start = checklist?.results.find(({ id, state }) => id === 'start-date' && state === 'pass');
  return ready && reading.form && start ? say('startsWhen', start.have) : '';
}

/** Units per order, where the checklist or the seller vouches for the limit. */
function limitOf(checklist: Checklist | null, { maxOrderQuantity }: Limits): number | null {
  const line = checklist?.results.find(({ id }) => id === 'max-order-quantity');
  return line?.state === 'pass' || line?.confirmed ? maxOrderQuantity : null;
}
