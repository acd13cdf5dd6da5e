import type { Promotion } from '../../domain/promotion';

const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** The day of an instant, in the seller's locale and time zone. */
export function day(instant: string): string {
  return days.format(new Date(instant));
}

/** A promotion's name with its store, as far as known: the same name in two stores is two promotions. */
export function label(promotion: Pick<Promotion, 'name' | 'marketplace'>): string {
  return promotion.marketplace === null ? promotion.name : `${promotion.name} (${promotion.marketplace})`;
}

/** An instant from elsewhere as UTC; `otherwise` for none or an impossible one. */
export function utc(instant: string, otherwise: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? otherwise : new Date(time).toISOString();
}
