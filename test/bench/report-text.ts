const header =
  'amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\torder-channel\tship-service-level\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tgift-wrap-price\tgift-wrap-tax\titem-promotion-discount\tship-promotion-discount\tship-city\tship-state\tship-postal-code\tship-country\tpromotion-ids\tcpf\tis-business-order\tpurchase-order-number\tprice-designation\tsignature-confirmation-recommended';

const linesAtOnce = 10_000;
const firstOrder = Date.parse('2026-01-01T00:00:00Z');
/** Seconds between two orders: a million of them take four months. */
const apart = 10;
/** Of so many promotions; every fourth order is of one of them. */
export const promotionsInReport = 1000;

/** The Tracking ID of one of the promotions that reports name. */
export function trackingIdOf(promotion: number): string {
  return `Percentage Off 2025/12/15 14-1-31-${promotion}`;
}

/** An All Orders report as Amazon writes it, one order a line, piece by piece; the same on every run. */
export function* reportText(lines: number): Generator<string> {
  let text = `${header}\r\n`;
  for (let n = 0; n < lines; n++) {
    text += lineOf(n);
    if ((n + 1) % linesAtOnce !== 0) continue;
    yield text;
    text = '';
  }
  yield text;
}

function lineOf(n: number): string {
  const digits = String(n).padStart(14, '0');
  const at = new Date(firstOrder + n * apart * 1000).toISOString().slice(0, 19);
  const promotion = n % 4 === 0 ? trackingIdOf((n / 4) % promotionsInReport) : '';
  const discount = promotion ? '4.00' : '';
  return `111-${digits.slice(0, 7)}-${digits.slice(7)}\t\t${at}+00:00\t${at}+00:00\tShipped\tAmazon\tAmazon.com\t\tExpedited\tStainless steel garlic press with a cleaning brush, dishwasher safe, set of 1\tGP-${n % 40}\tB000TEST${n % 40}\tShipped\t1\tUSD\t19.99\t1.60\t0.00\t0.00\t\t\t${discount}\t\tSpringfield\tIL\t${10_000 + (n % 89_999)}\tUS\t${promotion}\t\tfalse\t\t\t\r\n`;
}
