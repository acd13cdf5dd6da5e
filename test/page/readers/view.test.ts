import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageKindOfUrl, trackingIdOfUrl } from '../../../src/page/site/page-kind';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const id = 'A2KA67KJQ3R6VT';
const origin = 'https://sellercentral.amazon.com';
const view = `${origin}/promotions/view?promotionId=${id}&region=NA`;
const row = (label: string, value: string) => `<tr><th>${label}</th><td>${value}</td></tr>`;
const page = (rows: string, store = 'United States', lang = 'en-US') =>
  `<!doctype html><html lang="${lang}"><body><div class="partner-dropdown">Kitchen Goods | ${store}</div><table>${rows}</table></body></html>`;
const shownOn = async (html: string, url = view) => (await reader.read(html, url)).shown;

const ids =
  row('Start Date', '<span id="startDate">12/1/2026</span> <span id="startTime">12:00 AM</span> PST') +
  row('End Date', '<span id="endDate">12/10/2026</span> <span id="endTime">11:59 PM</span> PST') +
  row('Buyer gets', '<span id="benefitType">Percent off</span> <span id="benefitValue">20</span>');
const right = {
  percentOff: 20,
  start: '2026-12-01T08:00:00.000Z',
  end: '2026-12-11T07:59:00.000Z',
};

describe('the View page', () => {
  it('is read by its labels', async () => {
    const rows =
      row('Tracking ID', 'CC-US-IG-01') +
      row('Buyer gets', 'Percent off: 20%') +
      row('Start Date', '12/1/2026 12:00 AM PST') +
      row('End Date', '12/10/2026 11:59 PM PST');
    expect(await shownOn(page(rows))).toMatchObject({ ...right, amazonId: id, trackingId: 'CC-US-IG-01' });
  });

  it('is read by its labels and known ids together', async () => {
    expect(await shownOn(page(ids))).toMatchObject(right);
  });

  it('is read by known ids where nothing labels them, or the label is in words no source confirms', async () => {
    const bare = ids.replace(/<th>[^<]*<\/th>/g, '');
    expect(await shownOn(page(bare))).toMatchObject(right);
    const german = ids.replace('Start Date', 'Startdatum').replace('End Date', 'Enddatum');
    expect(await shownOn(page(german, 'United States', 'de'))).toMatchObject({ percentOff: 20 });
  });

  it.each([
    ['another of our labels', ids.replace('Start Date', 'End Date'), { start: null }],
    ['a label we don’t know', ids.replace('Start Date', 'Created on'), { start: null, end: right.end }],
    [
      'a label with another date',
      ids.replace('Start Date', '') + row('Start Date', '12/3/2026 12:00 AM'),
      { start: null, end: right.end },
    ],
    [
      'a label with another discount',
      `${ids.replace('Buyer gets', '')}<tr></tr>${row('Buyer gets', '30%')}`,
      { percentOff: null, end: right.end },
    ],
    ['another kind of discount', ids.replace('Percent off', 'Amount off (in $)'), { percentOff: null }],
    ['an id that stands there twice', ids + row('x', '<i id="startDate">1/2/2026</i>'), {}],
  ])('believes no id against %s', async (_, rows, shown) => {
    expect(await shownOn(page(rows))).toMatchObject(shown);
  });

  it('takes nothing from a number that could be another', async () => {
    expect(await shownOn(page(ids.replace('>20<', '>20.000<')))).toMatchObject({ percentOff: null });
  });

  it.each([
    ['UK, 24 hours', 'United Kingdom', 'en-GB', ['01/12/2026', '00:00'], '2026-12-01T00:00:00.000Z'],
    ['UK, in US English', 'United Kingdom', 'en-US', ['1/12/2026', '12:00 AM'], '2026-01-12T00:00:00.000Z'],
    ['Germany', 'Germany', 'en-US', ['12/1/2026', '12:00 AM'], '2026-11-30T23:00:00.000Z'],
    ['Japan', 'Japan', 'en', ['12/1/2026', '12:00 AM'], '2026-11-30T15:00:00.000Z'],
    ['Mexico, a word for the zone that is not its own', 'Mexico', 'en', ['12/1/2026', '12:00 AM EST'], null],
    ['Germany, in its own words', 'Deutschland', 'de-DE', ['1.12.2026', '00:00'], '2026-11-30T23:00:00.000Z'],
    ['a store not known', 'Atlantis', 'en-US', ['12/1/2026', '12:00 AM'], null],
  ])('reads the date of %s', async (_, store, lang, [date, time], start) => {
    const rows = `<tr><td><span id="startDate">${date}</span> <span id="startTime">${time}</span></td></tr>`;
    expect(await shownOn(page(rows, store, lang))).toMatchObject({ start });
  });
});

describe('how it stands with the promotion', () => {
  const status = async (value: string, lang = 'en-US', label = 'Status', url = view) =>
    (await shownOn(page(ids + row(label, value), 'United States', lang), url))?.status;

  it.each([
    ['Pending', 'pending'],
    ['Active', 'active'],
    ['Expired', 'ended'],
    ['Ended', 'ended'],
    ['CANCELED', 'canceled'],
    ['Cancelled', 'canceled'],
  ])('is read where it says %s', async (word, is) => {
    expect(await status(word)).toEqual({ is, word, sure: true });
  });

  it('is not sure of words, or of a label, that no source confirms', async () => {
    expect(await status('Abgelaufen', 'de-DE')).toEqual({ is: 'ended', word: 'Abgelaufen', sure: false });
    expect(await status('キャンセル済み', 'ja-JP', 'ステータス')).toMatchObject({
      is: 'canceled',
      sure: false,
    });
    expect(await status('Finished')).toMatchObject({ is: 'ended', sure: false });
  });

  it.each(['Not expired', 'Expired soon', 'Being reviewed', 'Active / Expired', ''])(
    'is not known where it says “%s”',
    async (word) => {
      expect(await status(word)).toBeNull();
    },
  );

  it('is not known where it stands twice, or where the page is one of claim codes', async () => {
    const twice = ids + row('Status', 'Active') + row('Status', 'Expired');
    expect((await shownOn(page(twice)))?.status).toBeNull();
    const groups = `<tr><th>Group Name</th><th>Quantity</th><th>Status</th></tr><tr><td>IG</td><td>50</td><td>Expired</td></tr></table><button>Create</button><table>`;
    expect((await shownOn(page(groups + row('Status', 'Expired'))))?.status).toBeNull();
  });
});

describe('an address with a Tracking ID', () => {
  const tracking = `${origin}/promotions/view?trackingId=Percentage+Off+2026%2F11%2F28+14-1-31-265`;

  it('names the promotion', async () => {
    const shown = { amazonId: null, trackingId: 'Percentage Off 2026/11/28 14-1-31-265' };
    expect(await shownOn(page(ids), tracking)).toMatchObject({ ...shown, ...right });
    expect(await shownOn(page(row('Tracking ID', shown.trackingId)), tracking)).toMatchObject(shown);
    const own = ids + row('', `<span id="promotionId">${id}</span>`);
    expect(await shownOn(page(own), tracking)).toMatchObject({ ...shown, amazonId: id });
  });

  it('names none where the page shows another', async () => {
    expect(await shownOn(page(row('Tracking ID', 'CC-1')), tracking)).toMatchObject({ trackingId: null });
    const other = `${row('', '<span id="promotionId">A31M10S4V50SOU</span>')}`;
    expect(await shownOn(page(other))).toMatchObject({ amazonId: null });
  });

  it('is no promotion’s where it names a list of products', () => {
    const selection = new URL(
      `${origin}/promotions/productSelection/view-product-selection?trackingId=My+list`,
    );
    expect(pageKindOfUrl(selection)).toBe('other');
    expect(trackingIdOfUrl(selection)).toBeNull();
    const search = new URL(`${origin}/promotions/manage/product-search?searchType=TRACKING_ID&trackingId=My`);
    expect(pageKindOfUrl(search)).toBe('manage');
    expect(trackingIdOfUrl(search)).toBeNull();
  });
});
