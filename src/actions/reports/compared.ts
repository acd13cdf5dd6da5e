import { outByChannel } from '../../domain/orders/by-day';
import { type GivenDiscount, wilson } from '../../domain/orders/counted';
import type { Promotion } from '../../domain/promotion';
import { nameKey } from '../../domain/text/name-key';
import { csvTable, fileName } from '../../files';
import { downloadText } from '../../platform/download';
import type { ComparedPromotion } from '../pool';

/** A promotion in the comparison. */
export interface ComparedRow {
  readonly promotion: Promotion;
  /** The channel that had all of it; null: several, or nobody noted one, and orders can't tell them apart. */
  readonly channel: string | null;
  readonly out: number;
  readonly used: number;
  /** The range in which the rate lies, 0 to 1; null where nothing is out, or more was used than is out. */
  readonly rate: { readonly low: number; readonly high: number } | null;
  /** What an order cost in discount, in the currency that most orders have; null where no report tells. */
  readonly cost: (GivenDiscount & { readonly each: number }) | null;
}

/** The promotions side by side, those first of which surely the most was used. */
export function comparedRows(
  compared: readonly ComparedPromotion[],
  promotions: readonly Promotion[],
): ComparedRow[] {
  const byId = new Map(promotions.map((promotion) => [promotion.id, promotion]));
  const rows = compared.flatMap(({ promotionId, count, everOut, wentOut, discounts }): ComparedRow[] => {
    const promotion = byId.get(promotionId);
    if (!promotion || (everOut === 0 && count.checkouts === 0)) return [];
    const channels = outByChannel(wentOut, nameKey);
    const [only] = channels;
    const [most] = discounts;
    return [
      {
        promotion,
        channel: channels.length === 1 && only && only.out === everOut ? only.channel || null : null,
        ...{ out: everOut, used: count.checkouts, rate: wilson(count.checkouts, everOut) },
        cost: most ? { ...most, each: most.sum / most.orders } : null,
      },
    ];
  });
  return rows.sort((a, b) => (b.rate?.low ?? -1) - (a.rate?.low ?? -1) || b.out - a.out);
}

/** Downloads the comparison; the file's name. */
export function exportCompared(rows: readonly ComparedRow[]): string {
  const header = [
    'promotion',
    'tracking_id',
    'store',
    'channel',
    'given_out',
    'used',
    'discount_per_order',
    'currency',
  ];
  const lines = rows.map(({ promotion, channel, out, used, cost }) => [
    ...[promotion.name, promotion.trackingId ?? '', promotion.marketplace ?? '', channel ?? '', out, used],
    ...(cost ? [(cost.each / 100).toFixed(2), cost.currency] : ['', '']),
  ]);
  const file = fileName({
    ...{ promotion: 'Claimcheck', marketplace: null, what: 'comparison' as const },
    ...{ date: new Date(), extension: 'csv' as const },
  });
  downloadText(file, [csvTable(header, lines)], 'text/csv;charset=utf-8');
  return file;
}
