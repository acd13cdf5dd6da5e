import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormReadings, Reading } from '../../../src/domain/reading';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const view = 'https://sellercentral.amazon.com/promotions/view?promotionId=A2KA67KJQ3R6VT';
const row = (label: string, value: string) => `<tr><th>${label}</th><td>${value}</td></tr>`;
const byId = (label: string, id: string, value: string) => row(label, `<span id="${id}">${value}</span>`);

/** The settings as read; what was not read, by its reason. */
async function settings(rows: string): Promise<Record<string, unknown> | null> {
  const html = `<!doctype html><html lang="en-US"><body><div class="partner-dropdown">Kitchen Goods | United States</div><h1>View Promotion</h1><table>${rows}</table></body></html>`;
  await reader.read(html, view);
  const read = await reader.page.evaluate(
    (url) => (globalThis as unknown as { readSettings(url: string): FormReadings | null }).readSettings(url),
    view,
  );
  return (
    read &&
    Object.fromEntries(
      (Object.entries(read) as [string, Reading<unknown>][]).map(([name, reading]) => [
        name,
        reading.kind === 'read' ? reading.value : `<${reading.reason}>`,
      ]),
    )
  );
}

const safe =
  byId('Claim Code', 'claimCodeText', 'Single-use claim code required') +
  byId('One redemption per customer', 'oneRedemptionCheckbox', 'Yes') +
  byId('Claim Code Combinability', 'combinabilityType', 'Preferential') +
  byId('Purchased Items', 'includeId', 'Garlic press') +
  row('Buyer gets', '<span id="benefitType">Percent off</span> <span id="benefitValue">20</span>') +
  row(
    'Buyer purchases',
    '<span id="conditionType">At least this quantity of items</span> <span id="quantity">1</span>',
  );

describe('the settings on a promotion’s own page', () => {
  it('are read by known ids', async () => {
    expect(await settings(safe)).toMatchObject({
      claimCode: 'single-use',
      onePerCustomer: true,
      combinability: { chosen: 'preferential' },
      productSelection: { kind: 'list', name: 'Garlic press' },
      discount: { kind: 'percent', value: 20 },
      minimum: { kind: 'quantity', value: 1 },
    });
  });

  it('are read by their labels alone', async () => {
    const rows =
      row('Claim Code', 'Single-use') +
      row('One redemption per customer', 'No') +
      row('Purchased Items', 'Entire catalog') +
      row('Buyer gets', 'Percent off: 20%');
    expect(await settings(rows)).toMatchObject({
      claimCode: 'single-use',
      onePerCustomer: false,
      productSelection: { kind: 'entire' },
      discount: { kind: 'percent', value: 20 },
    });
  });

  it('tell of a code that all share, and never which', async () => {
    const rows = safe.replace('Single-use claim code required', 'SUMMERSALE');
    expect(await settings(rows)).toMatchObject({ claimCode: 'group' });
    const read = await reader.page.evaluate(
      (url) =>
        JSON.stringify((globalThis as unknown as { readSettings(url: string): unknown }).readSettings(url)),
      view,
    );
    expect(read).not.toContain('SUMMERSALE');
  });

  it.each([
    ['claimCodeText', 'Claim codes are made by Amazon', 'claimCode'],
    ['oneRedemptionCheckbox', 'Perhaps', 'onePerCustomer'],
    ['combinabilityType', 'Whatever', 'combinability'],
  ])('are not guessed at from other words in #%s', async (id, text, name) => {
    const rows = safe.replace(new RegExp(`(id="${id}">)[^<]*`), `$1${text}`);
    expect((await settings(rows))?.[name]).toMatch(/^</);
  });

  it('are unread where an id and a label contradict each other', async () => {
    const rows = `${safe}${row('Claim Code Combinability', 'Unrestricted')}`;
    expect((await settings(rows))?.combinability).toBe('<ambiguous>');
  });

  it('are none where next to nothing stands there', async () => {
    expect(await settings(row('Tracking ID', 'CC-1') + row('Buyer gets', 'Percent off: 20%'))).toBeNull();
  });
});
