import type { CodeFile } from '../../domain/codes/code-file';
import { nearTwin } from '../../domain/codes/near-twin';
import { timeZoneOf } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import { wholeNumber } from '../../domain/text/typed-number';
import { instantOf, ownTimeZone } from '../../domain/time';
import { forwardOf } from '../../ledger';
import { say, sayCount } from '../../words/say';
import { shortList } from '../../words/short-list';
import type { Forward, ImportAs, ImportPlan, ImportTarget, InboxItem, Pool, ToldPromotion } from '../pool';
import type { ImportFault, ImportForm, ImportState } from './import-state';
import { sentCodes, sentList } from './sent-list';

/** Promotions that are named where codes went to many, at most. */
const mostNamed = 4;

/** No promotion has ten million codes. */
const tooMany = 10_000_000;

/** The form filled in with what Amazon's page told; what it did not tell stays as typed. */
export function formOf(item: InboxItem, known: Promotion | null, typed: ImportForm): ImportForm {
  const seen = item.promotion;
  return {
    ...typed,
    promotion: known?.name ?? seen?.name ?? seen?.trackingId ?? '',
    marketplace: known?.marketplace ?? item.marketplace ?? typed.marketplace,
    as: 'new',
    group: item.group,
    quantity: item.quantity === null ? '' : String(item.quantity),
  };
}

/** The promotion that carries the Amazon id which the page showed at the capture. */
export async function seenAlready(pool: Pool, item: InboxItem): Promise<Promotion | null> {
  const amazonId = item.promotion?.amazonId;
  if (!amazonId) return null;
  const all = await pool.listPromotions();
  return all.find((each) => each.promotion.amazonIds.includes(amazonId))?.promotion ?? null;
}

/** What keeps this form from being enough for a list of so many codes, or null. */
export function faultOf(
  form: ImportForm,
  { plan, told }: { readonly plan: ImportPlan; readonly told: readonly ToldPromotion[] },
): ImportFault | null {
  const codes = plan.file.codes.length;
  // A history of several promotions tells for itself where each code belongs.
  if (!form.promotion.trim() && plan.added > 0 && told.length < 2) {
    return {
      field: 'promotion',
      text: say('importNoPromotion'),
    };
  }
  if (form.quantity.trim() && !((wholeNumber(form.quantity) ?? tooMany) < tooMany)) {
    return {
      field: 'quantity',
      text: say('importNoQuantity'),
    };
  }
  const percent = wholeNumber(form.percentOff) ?? 0;
  if (form.percentOff.trim() && !(percent >= 1 && percent <= 100)) {
    return { field: 'percentOff', text: say('importNoPercent') };
  }
  if (form.as === 'ask') {
    return {
      field: 'as',
      text: say('importAsk'),
    };
  }
  if (form.as !== 'part-given-out') return null;
  const { first, account } = sentList(form);
  if (form.sentFirst.trim() && first === null) return { field: 'sentFirst', text: say('importNoFirst') };
  if (first !== null && first > codes)
    return { field: 'sentFirst', text: sayCount('importFirstOver', codes) };
  const { doubtful, lines } = account;
  if (doubtful.length > 0 && !form.sentLeft) {
    return {
      field: 'sent',
      text: sayCount('importLinesLost', doubtful.length, { lines }),
    };
  }
  if (!first && account.codes.length === 0) {
    return {
      field: 'sent',
      text: say('importNoSent'),
    };
  }
  return null;
}

/** What must be answered before a promotion is made whose name is nearly that of another, or null. */
export function twinFault(form: ImportForm, twin: Promotion | null): ImportFault | null {
  if (!twin || form.apart) return null;
  return { field: 'promotion', text: say('importTwin', { name: twin.name }) };
}

/**
 * What keeps a captured list from going where the form sends it: codes belong to the account and store
 * that Amazon's page showed at the capture, and to no other. Null where both agree or are not known.
 */
export function mismatchOf(
  form: ImportForm,
  item: InboxItem | null,
  match: Promotion | null,
): ImportFault | null {
  if (!item) return null;
  const fault = (text: string): ImportFault => ({ field: 'promotion', text });
  const store = form.marketplace || null;
  if (item.marketplace !== null && store !== null && item.marketplace !== store) {
    return fault(say('importOtherStore', { store: item.marketplace, chosen: store }));
  }
  if (match?.account && item.account && match.account !== item.account) {
    return fault(
      say('importOtherAccount', { account: item.account, name: match.name, other: match.account }),
    );
  }
  return null;
}

/** What the ledger is told about the list. */
export function targetOf(given: {
  form: ImportForm;
  item: InboxItem | null;
  match: Promotion | null;
  by: string;
  file: CodeFile;
  told: readonly ToldPromotion[];
}): ImportTarget {
  const { form, item, match, by, file } = given;
  const seen = item?.promotion ?? null;
  const several = given.told.length > 1;
  // Our own history tells its promotion's Tracking ID and end.
  const told = file.history?.[0] ?? null;
  return {
    promotion: several
      ? 'as told'
      : match
        ? { id: match.id }
        : {
            name: form.promotion.trim(),
            trackingId: seen?.trackingId ?? (told?.trackingId || null),
            marketplace: form.marketplace || null,
            account: item?.account ?? null,
            percentOff: seen?.percentOff ?? wholeNumber(form.percentOff),
            start: seen?.start ?? null,
            end: seen?.end ?? endOf(form) ?? instantIn(told?.validUntil ?? ''),
            amazonId: seen?.amazonId ?? null,
          },
    as: importAs(form, file),
    takeBack: form.takeBack,
    name: form.group.trim() || file.name,
    quantityAsked: wholeNumber(form.quantity),
    by,
    ...(item ? { inboxId: item.id } : {}),
  };
}

/** The end typed, on the clock of the store chosen, else on the seller's own. */
function endOf({ end, marketplace: store }: ImportForm): string | null {
  const [date = null, time = null] = end ? end.split('T') : [];
  const zone = timeZoneOf(store) ?? ownTimeZone();
  const instant = instantOf({ date, time, text: end }, zone);
  return instant === null ? null : new Date(instant).toISOString();
}

function instantIn(text: string): string | null {
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}

function importAs(form: ImportForm, { codes, toldStates }: CodeFile): ImportAs {
  const to = form.to.trim();
  if (form.as === 'given-out') return { kind: 'given-out', to };
  if (form.as === 'part-given-out') return { kind: 'part-given-out', codes: sentCodes(form, codes), to };
  if (form.as === 'told') {
    return { kind: 'part-given-out', codes: codes.filter((_, i) => toldStates?.[i] !== 'left'), to };
  }
  return { kind: 'new' };
}

/** What the list tells of codes that are here already, as the form stands. */
export function forwardIn(form: ImportForm, plan: ImportPlan): Forward {
  return forwardOf(plan, importAs(form, plan.file));
}

/** Whether adding would neither add a code nor move one forward. */
export function changesNothing(form: ImportForm, plan: ImportPlan): boolean {
  if (plan.added > 0 || form.as === 'ask') return false;
  const { further, cameBack } = forwardIn(form, plan);
  return further.length === 0 && !(form.takeBack && cameBack.length > 0);
}

/** The promotion that the name typed stands for, or the one it nearly names. */
export async function lookUp(
  pool: Pool,
  { promotion, marketplace: store }: ImportForm,
): Promise<Pick<ImportState, 'match' | 'twin'>> {
  const name = promotion.trim();
  const match = name ? await pool.matchPromotion(name, store || null) : null;
  if (match || !name) return { match, twin: null };
  const all = await pool.listPromotions();
  const promotions = all.map((each) => each.promotion);
  return { match, twin: nearTwin(name, store || null, promotions) };
}

/** The names of the promotions that an import went to; of one it is the name it has here. */
export async function namesOf(
  pool: Pool,
  told: readonly ToldPromotion[],
  promotionId: string,
): Promise<{ readonly promotionName: string; readonly several: boolean }> {
  const own = told.filter((each) => each.count > 0).map((each) => each.name);
  const several = told.length > 1 && own.length > 1;
  if (several) return { promotionName: shortList(own, mostNamed), several };
  const promotionName = own[0] ?? (await pool.getPromotion(promotionId)).promotion.name;
  return { promotionName, several };
}

/** Writes what Amazon's page told into a promotion that did not know it yet; what is known stays. */
export async function bindSeen(
  pool: Pool,
  promotion: Promotion,
  seen: NonNullable<InboxItem['promotion']>,
): Promise<void> {
  await pool.updatePromotion(promotion.id, {
    ...(promotion.trackingId === null && seen.trackingId !== null ? { trackingId: seen.trackingId } : {}),
    ...(promotion.percentOff === null && seen.percentOff !== null ? { percentOff: seen.percentOff } : {}),
    ...(promotion.start === null && seen.start !== null ? { start: seen.start } : {}),
    ...(promotion.end === null && seen.end !== null ? { end: seen.end } : {}),
    ...(seen.amazonId !== null ? { addAmazonId: seen.amazonId } : {}),
  });
}
