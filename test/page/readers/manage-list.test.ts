import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const url = 'https://sellercentral.amazon.com/promotions/manage';
const heads = ['Status', 'Internal Description', 'Tracking ID', 'Start Date', 'End Date'];
const cells = (tag: string, texts: readonly string[]) =>
  texts.map((text) => `<${tag}>${text}</${tag}>`).join('');
const link = (query: string, text: string) => `<a href="/promotions/view?${query}">${text}</a>`;
const table = (rows: readonly (readonly string[])[], head = heads) =>
  `<table><tr>${cells('th', head)}</tr>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}</table>`;
const page = (body: string, lang = 'en-US') =>
  `<!doctype html><html lang="${lang}"><body><div class="partner-dropdown">Kitchen Goods | United States</div>${body}</body></html>`;
const listed = async (body: string, at = url, lang = 'en-US') =>
  (await reader.read(page(body, lang), at)).listed;

const garlic = link('promotionId=A2KA67KJQ3R6VT&amp;region=NA', 'Garlic');
const rowOf = (
  status: string,
  more: Partial<Record<'name' | 'trackingId' | 'start' | 'end', string>> = {},
) => {
  const { name = garlic, trackingId = 'CC-1', start = '12/1/2026', end = '12/10/2026' } = more;
  return [status, name, trackingId, start, end];
};

describe('the list of all promotions', () => {
  it('is read row by row, by Amazon’s id and Tracking ID', async () => {
    const other = link('trackingId=Percentage+Off+2026%2F11', 'x');
    const rows = [rowOf('Expired'), rowOf('Active', { name: other, trackingId: 'Percentage Off 2026/11' })];
    expect(await listed(table(rows))).toEqual([
      {
        amazonId: 'A2KA67KJQ3R6VT',
        trackingId: 'CC-1',
        status: { is: 'ended', word: 'Expired', sure: true },
        start: null,
        end: null,
      },
      {
        amazonId: null,
        trackingId: 'Percentage Off 2026/11',
        status: { is: 'active', word: 'Active', sure: true },
        start: null,
        end: null,
      },
    ]);
  });

  it('tells dates that stand there with their time, on the store’s clock', async () => {
    const timed = rowOf('Active', { start: '12/1/2026 12:00 AM PST', end: '12/10/2026 11:59 PM PST' });
    expect(await listed(table([timed]))).toMatchObject([
      { start: '2026-12-01T08:00:00.000Z', end: '2026-12-11T07:59:00.000Z' },
    ]);
  });

  it('is read as Amazon’s managed table draws it', async () => {
    const cell = (text: string) =>
      `<div class="mt-layout-block"><span class="mt-text-content">${text}</span></div>`;
    const row = [cell('Canceled'), cell('Garlic'), link('trackingId=CC-1', 'CC-1'), cell('x'), cell('y')];
    expect(await listed(table([row]))).toMatchObject([{ trackingId: 'CC-1', status: { is: 'canceled' } }]);
  });

  it.each([
    ['a row that leads nowhere', table([rowOf('Expired', { name: 'Garlic' })])],
    [
      'a row that leads to two promotions',
      table([rowOf('Expired', { name: garlic + link('promotionId=A31M10S4V50SOU', 'Other') })]),
    ],
    ['a table without a status', table([rowOf('Expired')], ['Kind', ...heads.slice(1)])],
    ['a row of other columns', table([rowOf('Expired').slice(1)])],
    ['a row that is not shown', `<div hidden>${table([rowOf('Expired')])}</div>`],
  ])('says nothing of %s', async (_, body) => {
    expect(await listed(body)).toEqual([]);
  });

  it('knows two rows with one Tracking ID by Amazon’s id alone', async () => {
    const named = rowOf('Active', { name: link('promotionId=A31M10S4V50SOU', 'Again') });
    expect(await listed(table([rowOf('Expired'), named]))).toMatchObject([
      { amazonId: 'A2KA67KJQ3R6VT', trackingId: null },
      { amazonId: 'A31M10S4V50SOU', trackingId: null },
    ]);
    const byText = rowOf('Expired', { name: link('trackingId=CC-1', 'x') });
    expect(await listed(table([byText, rowOf('Active', { name: link('trackingId=CC-1', 'y') })]))).toEqual(
      [],
    );
  });

  it('keeps no status in words that no source confirms, and reads no other page as a list', async () => {
    expect(await listed(table([rowOf('Abgelaufen')]), url, 'de-DE')).toMatchObject([{ status: null }]);
    expect(
      await listed(table([rowOf('Expired')]), `${url.replace('manage', 'view')}?promotionId=A1`),
    ).toEqual([]);
  });
});
