import { type Exposure, exposureSentence } from '../domain/exposure';
import type { KnownPromotion } from '../domain/known-promotion';
import { readValue } from '../domain/reading';
import type { PageReading } from '../page/read-page';
import { say } from '../platform/i18n';

/** What the seller typed, for the money at stake; null: nothing yet. */
export interface Typed {
  readonly price: number | null;
  readonly codes: number | null;
}

export const nothingTyped: Typed = { price: null, codes: null };

/** The money sentence of a form: what its codes can cost at worst. Empty where no discount is meant yet. */
export function moneyOfForm(
  { form, store }: PageReading,
  { typed: { price, codes }, priceRead }: { readonly typed: Typed; readonly priceRead: number | null },
  unitsPerOrder: number | null,
): string {
  if (!form || form.kind === 'bogo') return '';
  const discount = readValue(form.readings.discount);
  const code = form.kind === 'social' ? 'group' : readValue(form.readings.claimCode);
  const percentOff = discount?.kind === 'percent' ? discount.value : null;
  if (percentOff === null && (code === null || code === 'unset')) return '';
  const kind = code === 'none' ? 'no-code' : code === 'group' ? 'multi-use' : 'single-use';
  const marketplace = store.marketplace?.code ?? null;
  return exposureSentence(
    { kind, codes, percentOff, price: price ?? priceRead, store: marketplace, unitsPerOrder },
    say,
  );
}

/** The same where the codes are made or kept: as many as the ledger or Amazon's page tells. */
export function moneyOfCodes(
  { groups, shown, store }: PageReading,
  known: KnownPromotion | null,
  mostPerOrder: number,
): string {
  const onPage = groups.map(({ quantity }) => quantity);
  const made = onPage.includes(null) ? null : onPage.reduce((sum: number, each) => sum + (each ?? 0), 0);
  const codes = Math.max(known?.usable ?? 0, made ?? 0) || null;
  // Its price is in its own store's currency.
  if ((codes === null && !known) || known?.elsewhere) return '';
  const exposure: Exposure = {
    kind: 'single-use',
    codes,
    percentOff: shown?.percentOff ?? known?.percentOff ?? null,
    price: known?.price ?? null,
    store: store.marketplace?.code ?? null,
    unitsPerOrder: known?.ticks['order-limit'] ? mostPerOrder : null,
  };
  return exposureSentence(exposure, say);
}
