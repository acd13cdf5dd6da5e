import type { LineFault, OrderLine } from '../../domain/orders/order-line';
import { claimPrefix } from '../../domain/orders/promotion-ids';
import { amountIn, instantIn, orderIn } from './cell-values';
import type { Gathered } from './line-readers';
import type { Stretch } from './stretches';

/** Amazon's Order Report in XML, of orders that the seller sends. */
export interface OrderXml {
  readonly kind: 'order-xml';
}

type Note = (result: OrderLine | LineFault | null, line: number) => OrderLine | null;

const utf8 = new TextDecoder();
const [open, close, lineFeed] = [60, 62, 10];

/**
 * Reads the few elements that count, as the bytes come. The report has no attributes that matter and no mixed
 * content, so that a name and the text behind it are enough; a parser of whole XML would weigh more than the rest of
 * the reading. Each promotion of an item is a line of its own: `PromotionClaimCode` and `MerchantPromotionID`.
 */
export function orderXml(gathered: Gathered, note: Note) {
  const encoder = new TextEncoder();
  let line = 1;
  let order: { id: string; at: string } = { id: '', at: '' };
  let promotion: { claim: string; id: string; amount: number | null; currency: string } | null = null;
  return ({ bytes, from, end, last }: Stretch): { rows: OrderLine[]; used: number } => {
    const rows: OrderLine[] = [];
    let used = from;
    for (;;) {
      const start = bytes.indexOf(open, used);
      const finish = start < 0 || start >= end ? -1 : bytes.indexOf(close, start);
      if (finish < 0 || finish >= end) break;
      const next = bytes.indexOf(open, finish + 1);
      // The text behind a name ends where the next one begins.
      if ((next < 0 || next >= end) && !last) break;
      const stop = next < 0 || next >= end ? end : next;
      const name = textOf(bytes, start + 1, finish);
      const text = () => decoded(textOf(bytes, finish + 1, stop)).trim();
      for (let i = used; i < start; i++) if (bytes[i] === lineFeed) line++;
      const told = element(name);
      if (told === 'OrderReport') order = { id: '', at: '' };
      else if (told === 'AmazonOrderID') order.id = text();
      else if (told === 'OrderDate') order.at = text();
      else if (told === 'Promotion') promotion = { claim: '', id: '', amount: null, currency: '' };
      else if (promotion && told === 'PromotionClaimCode') promotion.claim = text();
      else if (promotion && told === 'MerchantPromotionID') promotion.id = text();
      else if (promotion && told === 'Amount') {
        const written = encoder.encode(text());
        const amount = amountIn(written, 0, written.length);
        if (amount !== null) promotion.amount = (promotion.amount ?? 0) + amount;
        promotion.currency ||= /currency="([A-Z]{3})"/.exec(name.slice(0, 200))?.[1] ?? '';
      } else if (promotion && told === '/Promotion') {
        const row = note(lineOf(promotion), line);
        if (row) rows.push(row);
        promotion = null;
      }
      for (let i = start; i < stop; i++) if (bytes[i] === lineFeed) line++;
      used = stop;
    }
    return { rows, used };
  };

  function lineOf(of: NonNullable<typeof promotion>): OrderLine | LineFault {
    const id = encoder.encode(order.id);
    const when = encoder.encode(order.at);
    const key = orderIn(id, 0, id.length);
    if (key === null) return 'order-id';
    const at = instantIn(when, 0, when.length);
    if (at === null) return 'date';
    const named = [
      of.id,
      ...(of.claim === '' || of.claim === '_SITE_WIDE_' ? [] : [`${claimPrefix}${of.claim}`]),
    ];
    const ids = encoder.encode(named.filter((each) => each !== '').join(','));
    const number = gathered.ids.add(ids, 0, ids.length);
    if (number <= 0) return 'promotion-id';
    const currency = encoder.encode(of.currency);
    return {
      ...{ line, hi: key.hi, lo: key.lo, at, updated: 0, state: 'firm', ids: number, units: 0 },
      ...{
        discount: of.amount,
        currency: Math.max(0, gathered.currencies.add(currency, 0, currency.length)),
      },
      ...{ channel: 0, fulfilment: 'seller', place: 0 },
    };
  }
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
  return utf8.decode(bytes.subarray(from, to));
}

function element(tag: string): string {
  return /^\/?[\w.:-]{1,100}/.exec(tag)?.[0] ?? '';
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole;
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
