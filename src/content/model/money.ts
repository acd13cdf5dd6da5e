import { type Exposure, moneyAtStake } from '../../domain/costs/exposure';
import { readValue } from '../../domain/reading';
import type { PageReading } from '../../page/read-page';
import { inWords } from '../../words/problem-words';

/** What the seller typed, for the money at stake; null: nothing yet. */
export interface Typed {
  readonly price: number | null;
  readonly codes: number | null;
  readonly stock: number | null;
}

export const nothingTyped: Typed = { price: null, codes: null, stock: null };

/** The money sentence of a form: what its codes can cost at worst. Empty where no discount is meant yet. */
export function moneyOfForm(
  { form, store }: PageReading,
  { typed }: { readonly typed: Typed },
  unitsPerOrder: number | null,
): string {
  if (!form || form.kind === 'bogo') return '';
  const discount = readValue(form.readings.discount);
  const code = form.kind === 'social' ? 'group' : readValue(form.readings.claimCode);
  const percentOff = discount?.kind === 'percent' ? discount.value : null;
  if (percentOff === null && (code === null || code === 'unset')) return '';
  const kind = code === 'none' ? 'no-code' : code === 'group' ? 'multi-use' : 'single-use';
  const marketplace = store.marketplace?.code ?? null;
  return inWords(moneyAtStake({ ...typed, kind, percentOff, store: marketplace, unitsPerOrder }));
}

/** The same where the codes are made: as many as Amazon's page tells. */
export function moneyOfCodes({ groups, shown, store }: PageReading): string {
  const onPage = groups.map(({ quantity }) => quantity);
  const codes = onPage.includes(null) ? 0 : onPage.reduce((sum: number, each) => sum + (each ?? 0), 0);
  if (codes === 0) return '';
  const exposure: Exposure = {
    kind: 'single-use',
    codes,
    percentOff: shown?.percentOff ?? null,
    price: null,
    store: store.marketplace?.code ?? null,
    unitsPerOrder: null,
    stock: null,
  };
  return inWords(moneyAtStake(exposure));
}
