import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Replica, startReplica } from './server.ts';

let replica: Replica;

beforeEach(async () => {
  replica = await startReplica({ now: () => Date.UTC(2026, 8, 15, 17, 1, 31, 265) });
});

afterEach(() => replica.close());

async function get(path: string): Promise<string> {
  return (await fetch(replica.address + path)).text();
}

async function post(path: string, fields: Record<string, string>): Promise<string> {
  const body = new URLSearchParams({ ...fields, 'anti-csrftoken-a2z': replica.state.token });
  return (await fetch(replica.address + path, { method: 'POST', body })).text();
}

/** The values a browser would send of a page's first form, as far as text inputs and hidden ones go. */
function inputs(page: string): Record<string, string> {
  const found = page.matchAll(
    /<input type="(?:text|hidden)"(?: id="[^"]*")? name="([^"]*)" value="([^"]*)"/g,
  );
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
}

const singleUse = {
  purchasedItems: 'PSL-GARLIC',
  discount: '30',
  claimCode: 'SINGLE_USE',
  internalDescription: 'Garlic IG',
};

test('the whole way from the form to a ZIP of codes', async () => {
  const form = await get('/promotions/new?type=PERCENTAGE_OFF');
  expect(form).toContain('<h1>Create a promotion: Percentage Off</h1>');
  const fields = { ...inputs(form), ...singleUse };
  expect(fields).toMatchObject({
    startDate: '09/15/2026',
    trackingId: 'Percentage Off 2026/09/15 10-1-31-265',
  });

  const preview = await post('/promotions/new/preview', fields);
  expect(preview).toContain('Garlic press (1 ASIN)');
  expect(preview).not.toContain('id="startDate"');

  const submitted = await post('/promotions/new/submit', inputs(preview));
  const id = /promotionId=(A\w{13})/.exec(submitted)?.[1];
  const view = await get(`/promotions/view?promotionId=${id}&region=NA`);
  expect(view).toContain('Manage claim codes');
  expect(view).toMatch(/data-a-modal="[^"]*Change History/);

  const path = `/promotions/claim-codes?promotionId=${id}`;
  const made = await post(path, { promotionId: `${id}`, groupName: 'Anna & Co', quantity: '50' });
  expect(made).toContain('<td>Anna &#38; Co</td><td>50</td><td>In Progress</td>');
  const ready = await get(path);
  expect(ready).toContain('<td>Ready</td>');

  const href = /href="([^"]*download[^"]*)"/.exec(ready)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const zip = await fetch(replica.address + href);
  expect(zip.headers.get('content-disposition')).toContain('claim_codes_Anna_Co.zip');
  const [text] = Object.values(unzipSync(new Uint8Array(await zip.arrayBuffer())));
  const codes = strFromU8(text ?? new Uint8Array())
    .trimEnd()
    .split('\n');
  expect(codes).toEqual(replica.state.promotions[0]?.groups[0]?.codes);
  expect(codes.filter((code) => !/^[A-Z0-9]{4}-[A-Z0-9]{6}-[A-Z0-9]{6}$/.test(code))).toEqual([]);
  expect(new Set(codes).size).toBe(50);
});

test('a bad form comes back at the address of the preview, with what was entered', async () => {
  const fields = {
    ...inputs(await get('/promotions/new')),
    purchasedItems: '',
    internalDescription: 'A "quoted" <name>',
  };
  const again = await post('/promotions/new/preview', fields);
  expect(again).toContain('Select a product selection.');
  expect(again).toContain('id="startDate"');
  expect(again).toContain('value="A &#34;quoted&#34; &#60;name&#62;"');
});

test('made-up ids can be replaced by meaningless ones, and the form still works', async () => {
  const form = await get('/promotions/new?ids=opaque');
  expect(form).toContain('id="startDate"');
  expect(form).not.toMatch(/id="(trackingId|claimCode|discount)/);
  const names = [...form.matchAll(/<select name="(f\w+)"/g)].map(([, name = '']) => name);
  const preview = await post('/promotions/new/preview', {
    ...inputs(form),
    [names[1] ?? '']: 'PSL-NEW',
    [nameAfter(form, 'Percent off')]: '20',
  });
  expect(preview).toContain('New arrivals');
});

function nameAfter(form: string, text: string): string {
  const rest = form.slice(form.indexOf(`>${text}</option>`));
  return /<input type="text" id="[^"]*" name="([^"]*)"/.exec(rest)?.[1] ?? '';
}

test('editing keeps what an edit can not change', async () => {
  const promotion = replica.state.promotions.find((each) => each.draft.trackingId === 'NEWSLETTER-2026');
  const form = await get(`/promotions/edit?promotionId=${promotion?.id}`);
  expect(form).not.toContain('name="startDate"');
  const preview = await post('/promotions/new/preview', { ...inputs(form), internalDescription: 'Letter' });
  await post('/promotions/new/submit', inputs(preview));
  expect(promotion?.draft).toMatchObject({ internalDescription: 'Letter', discount: '5', detailPage: false });
});

test('the address, else the cookie, chooses language and store', async () => {
  const german = await get('/promotions/new?mons_sel_locale=de_DE&mons_sel_mkid=A1PA6795UKMFR9');
  expect(german).toContain('<html lang="de-DE"');
  // Four hours ahead it is midnight in Berlin.
  expect(german).toContain('value="16.09.2026"');
  const headers = { Cookie: 'mons_sel_locale=de_DE' };
  expect(await (await fetch(`${replica.address}/promotions/new`, { headers })).text()).toContain(
    'Gutscheincode',
  );
});

test('a form post without the anti-CSRF token is refused', async () => {
  const answer = await fetch(`${replica.address}/promotions/new/preview`, {
    method: 'POST',
    body: 'discount=5',
  });
  expect(answer.status).toBe(403);
});

test('an offer keeps its saved maximum order quantity, in both editors', async () => {
  await post('/abis/product/DisplayEditProduct?sku=A-1', { max_order_quantity: '1' });
  expect(await get('/abis/listing/edit/offer?sku=A-1')).toContain('"max_order_quantity-0-value":"1"');
  expect(await get('/abis/listing/edit/offer?sku=B-2')).toContain('"max_order_quantity-0-value":""');
});
