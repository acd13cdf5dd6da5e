import { type Said, said } from '../../domain/problem';
import type { Promotion } from '../../domain/promotion';
import { entryAt } from '../codes/entry-at';
import type { People } from '../people/people';
import type { Span, Tx } from '../store/schema';
import { label } from './wording';

/** A code's promotion and state as part of a sentence: “Garlic (US), given out to Anna on 3 May 2026”. */
export async function placeOf(
  tx: Tx,
  people: People,
  span: Span,
  position: number,
  promotion: Promotion,
): Promise<Said> {
  const of = { promotion: label(promotion) };
  const redeem = await entryAt(tx, span.redeem);
  if (redeem) return said('placeUsedOn', { ...of, day: { day: redeem.at } });
  const entry = await entryAt(tx, span.entry);
  const on = entry && { ...of, day: { day: entry.at } };
  const to = entry && (await people.at(entry, position)).to;
  switch (span.state) {
    case 'available':
      return said('placeLeft', of);
    case 'issued':
      if (!on) return said('placeOut', of);
      return to ? said('placeOutToOn', { ...on, to }) : said('placeOutOn', on);
    case 'void':
      return on ? said('placeCanceledOn', on) : said('placeCanceled', of);
    case 'held':
      return said('placeHeld', of);
    case 'moved':
      if (!on) return said('placeHanded', of);
      return to ? said('placeHandedToOn', { ...on, to }) : said('placeHandedOn', on);
  }
}
