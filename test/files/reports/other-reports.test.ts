import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../src/words/problem-words';
import { problemOf } from '../helpers';
import { linesOf } from './helpers';

const file = (text: string, name = 'all_orders.txt') => new File([text], name);

describe('a wrong file is named for what it is', () => {
  it.each([
    [
      'Transaction View',
      '\ufeff"Includes Amazon Marketplace transactions"\n"All amounts in USD"\n"Definitions:"\n"date/time","settlement id","type","order id","sku","promotional rebates","total"\n',
    ],
    ['Transaction View', 'Date\tTransaction Status\tTransaction type\tOrder ID\tTotal promotional rebates\n'],
    ['returns', 'return-date\torder-id\tsku\tasin\tfnsku\tlicense-plate-number\n'],
    [
      'orders to ship',
      'order-id\torder-item-id\tpurchase-date\tpayments-date\treporting-date\tpromise-date\n',
    ],
    [
      'shipments',
      'amazon-order-id\tmerchant-order-id\tshipment-id\tshipment-item-id\titem-promotion-discount\n',
    ],
    ['inventory', 'seller-sku\tasin1\titem-name\tprice\tquantity\topen-date\n'],
    ['inventory', 'sku\tfnsku\tasin\tproduct-name\tafn-fulfillable-quantity\n'],
    ['coupons', '"Coupon Name","Budget","Clips","Redemptions"\n'],
    ['business', '"(Parent) ASIN","(Child) ASIN","Sessions - Total","Units Ordered"\n'],
    ['“promotion-ids” column', 'amazon-order-id\tpurchase-date\torder-status\tsku\n'],
    ['XML', '<?xml version="1.0"?><AmazonEnvelope><MessageType>AllOrdersReport</MessageType>'],
    ['names promotions', 'code,given to\n7GM3-YYYYY3-ZZZZZZ,Anne\n'],
    ['names promotions', `amazon-order-id\t${'x\t'.repeat(600)}promotion-ids\n`],
    ['empty', ''],
  ])('%s', async (named, text) => {
    const problem = await problemOf(linesOf(file(text)));
    expect(['wrong-report', 'empty']).toContain(problem.code);
    expect(sentenceOf(problem)).toContain(named);
    expect(sentenceOf(problem)).toContain('“all_orders.txt”');
  });
});

describe('a settlement (V2)', () => {
  const header = [
    ...['settlement-id', 'settlement-start-date', 'settlement-end-date', 'deposit-date', 'total-amount'],
    ...['currency', 'transaction-type', 'order-id', 'merchant-order-id', 'adjustment-id', 'shipment-id'],
    ...['marketplace-name', 'amount-type', 'amount-description', 'amount', 'fulfillment-id', 'posted-date'],
    ...['posted-date-time', 'order-item-code', 'merchant-order-item-id', 'merchant-adjustment-item-id'],
    ...['sku', 'quantity-purchased', 'promotion-id'],
  ];
  const row = (cells: Record<string, string>) => header.map((name) => cells[name] ?? '').join('\t');

  it('gives the lines that name a promotion', async () => {
    const about = {
      ...{ 'order-id': '111-0000001-0000001', 'marketplace-name': 'Amazon.com', currency: 'USD' },
      ...{ 'posted-date-time': '2023-01-01 00:00:00 UTC', 'promotion-id': 'IG-01', amount: '-4.00' },
    };
    const lines = [
      header.join('\t'),
      row({ 'total-amount': '100' }),
      row({ ...about, 'promotion-id': '' }),
      row(about),
    ];
    expect(await linesOf(file(lines.join('\n')))).toMatchObject({
      ...{ kind: 'settlement', lines: 3, passed: 2, rejected: 0 },
      rows: [
        { order: '111-0000001-0000001', ids: 'IG-01', discount: 400, state: 'firm', channel: 'Amazon.com' },
      ],
    });
  });
});

describe('an Order Report in XML', () => {
  const promotion = (claim: string, id: string) =>
    `<Promotion><PromotionClaimCode>${claim}</PromotionClaimCode><MerchantPromotionID>${id}</MerchantPromotionID>
<Component><Type>Principal</Type><Amount currency="USD">-4.00</Amount></Component></Promotion>`;
  const order = (id: string, inner: string) =>
    `<Message><OrderReport><AmazonOrderID>${id}</AmazonOrderID><OrderDate>2026-09-16T06:58:10-07:00</OrderDate>
<BillingData><BuyerName>A &amp; B</BuyerName></BillingData><Item>${inner}</Item></OrderReport></Message>\n`;
  const whole = (orders: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<AmazonEnvelope><MessageType>OrderReport</MessageType>${orders}</AmazonEnvelope>`;

  it('gives each claim code beside the promotion', async () => {
    const orders =
      order('111-0000001-0000001', promotion('7GM3-YYYYY3-ZZZZZZ', 'IG &lt;01&gt;')) +
      order('111-0000002-0000002', promotion('_SITE_WIDE_', 'FREESHIPPINGOVER25')) +
      order('12', promotion('', 'IG'));
    const read = await linesOf(file(whole(orders), 'orders.xml'));
    expect(read).toMatchObject({ kind: 'order-xml', lines: 3, rejected: 1, bad: [{ fault: 'order-id' }] });
    expect(read.rows.map(({ ids, discount, currency }) => [ids, discount, currency])).toEqual([
      ['IG <01>,claim:7GM3-YYYYY3-ZZZZZZ', 400, 'USD'],
      ['FREESHIPPINGOVER25', 400, 'USD'],
    ]);
    expect(JSON.stringify(read)).not.toContain('A & B');
  });

  it('tells no discount where it tells no amount', async () => {
    const without = promotion('', 'IG').replace(/<Component>.*<\/Component>/, '');
    const orders = order(
      '111-0000001-0000001',
      without + without.replace('</Promotion>', '<Amount>0</Amount></Promotion>'),
    );
    const { rows } = await linesOf(file(whole(orders), 'orders.xml'));
    expect(rows.map(({ discount }) => discount)).toEqual([null, 0]);
  });

  it('is read in stretches', async () => {
    const orders = Array.from({ length: 3000 }, (_, i) =>
      order(`111-${String(i).padStart(7, '0')}-0000001`, promotion('', 'IG')),
    );
    expect((await linesOf(file(whole(orders.join('')), 'orders.xml'))).rows).toHaveLength(3000);
  });
});
