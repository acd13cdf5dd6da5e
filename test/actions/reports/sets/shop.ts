import type { Chance } from '../../../chance';

/** One line of an order at one time. */
export interface ShopLine {
  readonly status: 'Pending' | 'Unshipped' | 'Shipped' | 'Cancelled';
  readonly ids: readonly string[];
  readonly units: number;
  readonly discount: string;
}

/** One order, and how it stood after each change. */
export interface ShopOrder {
  readonly order: string;
  readonly at: number;
  readonly place: string;
  readonly channel: string;
  readonly sender: 'Amazon' | 'Merchant';
  /** `at`: when it changed so, seconds; the first when it was bought. */
  readonly versions: readonly { readonly at: number; readonly lines: readonly ShopLine[] }[];
}

/** A shop's truth: what was really bought. */
export interface Shop {
  readonly language: Language;
  /** The Tracking IDs of its own promotions. */
  readonly ids: readonly string[];
  readonly orders: readonly ShopOrder[];
}

export type Language = 'plain' | 'german' | 'japanese' | 'chinese';

const start = Date.parse('2026-06-01T00:00:00Z') / 1000;
const day = 86_400;
export const shopDays = 100;

const idsIn: Readonly<Record<Language, readonly string[]>> = {
  plain: ['Percentage Off 2026/09/15 14-1-31-265', 'CT-2026Q4-IG-01', 'Sale "best" 10%', 'IG #2; spring'],
  german: ['Rabatt für Küche 2026', 'Prozent günstiger: Müsli', 'IG-01', 'Frühling »2026«'],
  japanese: ['購入割引 2026/09/15 14-1-31', 'インスタ限定クーポン', 'IG-01', '割引①春'],
  chinese: ['购买折扣 2026/09/15 14-1-31', '小红书优惠', 'IG-01', '新客户九折'],
};
const amazons = [
  ...['PLM-00000000-0000-4000-8000-000000000001', 'US Core Free Shipping Promotion A3JU1FCINF5SD0'],
  ...['VPC-44571-44201853 Coupon', 'PAWS-V2-22886240117-91'],
];
const storesOf: Readonly<Record<Language, readonly string[]>> = {
  plain: ['Amazon.com', 'Amazon.com', 'Amazon.ca', 'Non-Amazon US'],
  german: ['Amazon.de', 'Amazon.de', 'Amazon.it', 'Amazon.co.uk'],
  japanese: ['Amazon.co.jp'],
  chinese: ['Amazon.com'],
};

/** A shop by chance: some thirty checkouts, split ones among them, each with its changes. */
export function shopBy(chance: Chance): Shop {
  const language = chance.of(['plain', 'plain', 'german', 'japanese', 'chinese'] as const);
  const ids = chance.shuffled(idsIn[language]).slice(0, chance.between(1, 4));
  const seconds = new Set<number>();
  const orders: ShopOrder[] = [];
  const count = chance.between(0, 30);
  for (let n = 0; n < count; n++) {
    const at = start + chance.below(shopDays * day);
    // Two checkouts of one second and place could not be told from a split one.
    if (seconds.has(at)) continue;
    seconds.add(at);
    const place = chance.oneIn(6) ? '' : String(90_000 + chance.below(20));
    const halves = chance.oneIn(4) ? chance.between(2, 3) : 1;
    const mine = ids.filter(() => chance.oneIn(2));
    for (let half = 0; half < halves; half++)
      orders.push({
        order: numberOf(orders.length, chance),
        ...{ at, place, channel: chance.of(storesOf[language]), sender: half % 2 ? 'Merchant' : 'Amazon' },
        versions: versionsBy(chance, at, mine),
      });
    // Somebody else in the same second.
    if (chance.oneIn(8))
      orders.push({
        order: numberOf(orders.length, chance),
        ...{ at, place: `X${place}`, channel: chance.of(storesOf[language]), sender: 'Amazon' },
        versions: versionsBy(chance, at, mine),
      });
  }
  return { language, ids, orders };
}

function numberOf(n: number, chance: Chance): string {
  const digits = (value: number) => String(value).padStart(7, '0');
  return `${chance.of(['111', '702', '028', '503'])}-${digits(chance.below(10_000_000))}-${digits(n)}`;
}

function versionsBy(chance: Chance, at: number, mine: readonly string[]): ShopOrder['versions'] {
  const lines = Array.from({ length: chance.oneIn(3) ? chance.between(2, 3) : 1 }, () => ({
    ids: chance.shuffled([
      ...mine.filter(() => !chance.oneIn(4)),
      ...(chance.oneIn(4) ? [chance.of(amazons)] : []),
    ]),
    units: chance.between(1, 3),
    discount: chance.of(['', '4.00', '-4.00', '0.5', '1,234.56']),
  }));
  const as = (status: ShopLine['status'], keeps = true) =>
    lines.map((line) => ({
      ...line,
      status,
      ids: keeps ? line.ids : [],
      units: status === 'Cancelled' ? 0 : line.units,
    }));
  const later = (after: number) => after + chance.between(60, 9 * day);
  const first = chance.of(['Pending', 'Unshipped', 'Shipped'] as const);
  // Before it is paid a pending order may name no promotion yet.
  const versions = [{ at, lines: as(first, !(first === 'Pending' && chance.oneIn(4))) }];
  const then = later(at);
  if (chance.oneIn(3)) return versions;
  const keeps = chance.oneIn(3);
  const second = chance.of(['Shipped', 'Shipped', 'Cancelled', 'one canceled'] as const);
  if (second === 'one canceled') {
    const one = chance.below(lines.length);
    versions.push({
      at: then,
      lines: as('Shipped').map((line, i) =>
        i === one ? { ...line, status: 'Cancelled' as const, ids: keeps ? line.ids : [], units: 0 } : line,
      ),
    });
  } else versions.push({ at: then, lines: as(second, second === 'Shipped' || keeps) });
  if (second === 'Shipped' && chance.oneIn(5))
    versions.push({ at: later(then), lines: as('Cancelled', chance.oneIn(2)) });
  return versions;
}

export const shopStart = start;
export const oneDay = day;
