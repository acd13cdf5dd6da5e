import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormReadings } from '../../../src/domain/reading';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const row = (label: string, control: string) => `<div class="row"><label>${label}</label> ${control}</div>`;
const box = (value: string, more = '') => `<input type="text" value="${value}" ${more}>`;
const list = (options: readonly string[], chosen: string) =>
  `<select>${options.map((each) => `<option${each === chosen ? ' selected' : ''}>${each}</option>`).join('')}</select>`;
const around = (rows: string, lang = 'en-US') =>
  `<!doctype html><html lang="${lang}"><body><form><h1>Create a promotion: Percentage Off</h1>${rows}
${row('Start Date', box('11/30/2026'))}${row('End Date', box('12/10/2026'))}${row('Internal Description', box('Garlic'))}${row('Tracking ID', box('CC-1'))}<button>Review</button></form></body></html>`;

async function read<S extends keyof FormReadings>(setting: S, html: string): Promise<unknown> {
  const reading = (await reader.read(html)).readings?.[setting];
  if (reading?.kind !== 'read') return reading?.reason;
  return reading.value;
}

describe('a discount without a choice', () => {
  const tier = (percent: string) =>
    `<div>${row('Percent off', box(percent))}<button>Remove Tier</button></div>`;
  it.each([
    ['its own name', row('Percent off', box('20')), 20],
    ['its own name and a sign', row('Percent off', `${box('20')} %`), 20],
    ['full-width digits', row('Percent off', box('２０')), 20],
    ['further tiers', row('Percent off', box('20')) + tier('30') + tier('40'), 20],
    [
      'a tier named by its row',
      `${row('Percent off', box('20'))}<p>Tier 2</p>${row('Percent off', box('30'))}`,
      20,
    ],
    ['the label above it', row('Buyer gets', `${box('20')} % off`), 20],
  ])('is read by %s', async (_, rows, value) => {
    expect(await read('discount', around(rows))).toMatchObject({ kind: 'percent', value });
  });

  it.each([
    ['a thousand or a one', row('Percent off', box('1.000')), 'ambiguous'],
    ['fifty thousand or fifty', row('Percent off', box('50,000')), 'ambiguous'],
    ['two numbers', row('Percent off', box('20') + box('80')), 'ambiguous'],
    ['two fields of one name', row('Percent off', box('20')) + row('Percent off', box('80')), 'ambiguous'],
    ['a list beside it', row('Percent off', box('20') + list(['off', 'of cost'], 'off')), 'ambiguous'],
    ['a tier’s number alone', tier('30'), 'not-found'],
    ['letters that the browser keeps to itself', row('Percent off', '<input type="number" id="n">'), 'read'],
    [
      'a nearer name',
      '<div><b>Percent off</b></div><div><b>Codes to print</b> <input value="1"></div>',
      'not-found',
    ],
    ['the name of a radio before it', `<input type="radio" name="k"> Percent off ${box('20')}`, 'not-found'],
  ])('is unread with %s', async (_, rows, reason) => {
    const seen = await read('discount', around(rows));
    if (reason === 'read') expect(seen).toMatchObject({ value: null, text: '' });
    else expect(seen).toBe(reason);
  });

  it('is not read by the number of a tier that another language of the page names', async () => {
    const tier = `<div><label>階層</label></div><div>${box('30', 'aria-label="Percent off"')} <button>階層を削除</button></div>`;
    expect(await read('discount', around(tier, 'de'))).toBe('not-found');
  });

  it('says so of a minimum as well', async () => {
    const rows = row('At least this quantity of items', box('1.000'));
    expect(await read('minimum', around(rows))).toBe('ambiguous');
    expect(await read('minimum', around(rows.replace('1.000', '2')))).toMatchObject({
      kind: 'quantity',
      value: 2,
    });
  });
});

describe('a budget', () => {
  const kinds = ['Total amount', 'Number of orders'];
  it.each([
    [
      'a list and a number',
      row('Budget', list(kinds, 'Number of orders') + box('200')),
      { kind: 'orders', value: 200 },
    ],
    [
      'a list and an amount',
      row('Budget', list(kinds, 'Total amount') + box('$1,000.00')),
      { kind: 'amount', value: 1000 },
    ],
    [
      'radios and a number',
      `<fieldset><legend>Budget</legend>${kinds.map((kind) => `<label><input type="radio" name="b" ${kind === 'Number of orders' ? 'checked' : ''}>${kind}</label>`).join('')}${box('125')}</fieldset>`,
      { kind: 'orders', value: 125 },
    ],
    [
      'a name that says what it counts',
      row('Budget (number of orders)', box('200')),
      { kind: 'orders', value: 200 },
    ],
    ['a unit', row('Budget', `${box('200')} orders`), { kind: 'orders', value: 200 }],
    ['a currency', row('Budget (in $)', box('500')), { kind: 'amount', value: 500 }],
    ['nothing typed', row('Budget (in $)', box('')), { kind: 'amount', value: null, text: '' }],
  ])('is read by %s', async (_, rows, value) => {
    expect(await read('budget', around(row('Percent off', box('20')) + rows))).toMatchObject(value);
  });

  it.each([
    ['no sign of what it counts', row('Budget', box('200')), 'ambiguous'],
    ['an amount that may be two', row('Budget (in $)', box('1,000')), 'ambiguous'],
    ['no field', '<p><b>Budget</b></p>', 'not-found'],
    ['no budget', '', undefined],
  ])('is unread with %s', async (_, rows, reason) => {
    expect(await read('budget', around(row('Percent off', box('20')) + rows))).toBe(reason);
  });

  it('of another part of the page is no part of the form', async () => {
    const page = around(row('Percent off', box('20'))).replace(
      '<form>',
      '<aside><b>Budget</b> <input type="text" value="5"></aside><form>',
    );
    expect(await read('budget', page)).toBeUndefined();
  });
});

describe('words of the form', () => {
  const tick = (label: string, on = true) =>
    `<label><input type="checkbox" ${on ? 'checked' : ''}>${label}</label>`;
  it.each([
    'Limit to one redemption per customer',
    'Limit one per customer',
    'Allow only one redemption per customer',
  ])('“%s” limits redemptions, for the seller to confirm', async (label) => {
    const { readings } = await reader.read(around(tick(label)));
    expect(readings?.onePerCustomer).toMatchObject({
      kind: 'read',
      value: true,
      evidence: { unverified: [label.toLowerCase()] },
    });
  });

  it.each(['Show on product detail page', 'Display on the product detail page'])(
    '“%s” shows the text, for the seller to confirm',
    async (label) => {
      expect(await read('detailPage', around(tick(label)))).toBe(true);
      expect(await read('detailPage', around(tick(label, false)))).toBe(false);
    },
  );

  it('has none for the opposite', async () => {
    expect(await read('detailPage', around(tick('Hide from product detail page')))).toBe('not-found');
  });

  it.each([
    ['onePerCustomer', 'No limit of one redemption per customer'],
    ['detailPage', "Don't show detail page display text"],
    ['detailPage', 'Hide the detail page display text'],
  ] as const)('turns %s round by “%s”, for the seller to confirm', async (setting, label) => {
    expect(await read(setting, around(tick(label)))).toBe(false);
    expect(await read(setting, around(tick(label, false)))).toBe(true);
    const { readings } = await reader.read(around(tick(label)));
    expect(readings?.[setting]).toMatchObject({ evidence: { unverified: [label.toLowerCase()] } });
  });

  it('leaves a tick unread whose bare text may take its title back', async () => {
    const tick =
      '<b>One redemption per customer</b> <input type="checkbox" checked> No limit <div><label>Claim Code Combinability</label><select><option>Preferential</option><option>Unrestricted</option></select></div>';
    expect(await read('onePerCustomer', around(tick))).toBe('ambiguous');
  });

  it('is not told by two ticks that say the opposite', async () => {
    const label = "Don't show detail page display text";
    expect(await read('detailPage', around(tick(label) + tick(label, false)))).toBe('ambiguous');
  });

  it('knows a text field by its name before a remark on who sees it', async () => {
    const page = around('').replace('Internal Description', 'Internal description (not shown to buyers)');
    expect(await read('internalDescription', page)).toBe('Garlic');
    expect(
      await read('onePerCustomer', around(tick('One redemption per customer (not shown to buyers)'))),
    ).toBe('not-found');
  });

  const radios = (name: string, options: readonly string[], chosen: string) =>
    options
      .map(
        (each) =>
          `<label><input type="radio" name="${name}" ${each === chosen ? 'checked' : ''}>${each}</label>`,
      )
      .join('');

  it('takes 无限制 for Group beside the claim code, and for nothing beside what combines', async () => {
    const codes = `<fieldset><legend>优惠码</legend>${radios('c', ['一次性', '无限制', '无'], '无限制')}</fieldset>`;
    const combine = `<fieldset><legend>优惠码组合</legend>${radios('k', ['优先型优惠码', '无限制型优惠码'], '无限制型优惠码')}</fieldset>`;
    const { readings } = await reader.read(around(codes + combine, 'zh-CN'));
    expect(readings?.claimCode).toMatchObject({ kind: 'read', value: 'group' });
    expect(readings?.combinability).toMatchObject({ value: { chosen: 'unrestricted' } });
    const other = `<fieldset><legend>库存</legend>${radios('s', ['无限制', '有限'], '无限制')}</fieldset>`;
    expect(await read('claimCode', around(other, 'zh-CN'))).toBe('not-found');
  });

  it('knows Polish step 1 as Amazon writes it', async () => {
    const rows =
      row(
        'Zakupy kupującego',
        list(['Minimalna liczba produktów', 'Kwota minimalna (w zł)'], 'Minimalna liczba produktów') +
          box('1'),
      ) +
      row('Zakupione przedmioty', list(['Wybierz inną', 'Cały katalog', 'Prasa do czosnku'], 'Cały katalog'));
    const { readings } = await reader.read(around(rows, 'pl-PL'));
    expect(readings?.minimum).toMatchObject({ kind: 'read', value: { kind: 'quantity', value: 1 } });
    expect(readings?.minimum.kind === 'read' && readings.minimum.evidence.unverified).toBeFalsy();
    expect(readings?.productSelection).toMatchObject({ value: { kind: 'entire' } });
  });
});

describe('a form in steps, one form element each', () => {
  const tick = '<label><input type="checkbox" checked>One redemption per customer</label>';
  const steps = (
    second = '',
  ) => `<!doctype html><html lang="en"><body><h1>Create a promotion: Percentage Off</h1>
<form><h2>Step 1</h2>${row('Purchased Items', list(['Select one', 'Garlic press'], 'Garlic press'))}${row('Percent off', box('20'))}${row('Applies to', list(['Purchased Items', 'Additional Item'], 'Purchased Items'))}<button>Continue</button></form>
<form><h2>Step 2</h2>${row('Start Date', box('11/30/2026'))}${row('End Date', box('12/10/2026'))}${row('Tracking ID', box('CC-1'))}${second}<button>Continue</button></form>
<form><h2>Step 3</h2>${row('Claim Code', list(['Single-use', 'Group', 'None'], 'Single-use'))}${tick}${row('Claim Code Combinability', list(['Preferential', 'Unrestricted'], 'Preferential'))}<button>Review</button></form></body></html>`;

  it('is one form', async () => {
    const { readings } = await reader.read(steps());
    expect([readings?.discount.kind, readings?.start.kind, readings?.claimCode.kind]).toEqual([
      'read',
      'read',
      'read',
    ]);
  });

  it('is none where two of them hold the same setting', async () => {
    const { readings } = await reader.read(steps(row('Percent off', box('90'))));
    expect(readings?.discount.kind).toBe('unread');
  });
});

describe('a number that may go on outside its field', () => {
  it.each([
    ['behind it', `${box('9')}0 %`],
    ['before it', `8${box('5')} %`],
    ['in an element of its own', `${box('9')}<span>0</span> %`],
  ])('is not read with digits right %s', async (_, control) => {
    expect(await read('discount', around(row('Percent off', control)))).toBe('ambiguous');
  });

  it('is read with digits that stand apart from it', async () => {
    const hint = row('Percent off', `${box('20')} 1 to 80`);
    expect(await read('discount', around(hint))).toMatchObject({ value: 20 });
  });
});

it('a number that nobody can change is not the discount beside one that is typed', async () => {
  const fixed = `${row('Percent off', box('10', 'readonly'))}is our suggestion. Yours: ${box('90')}`;
  expect(await read('discount', around(fixed))).toBe('ambiguous');
  expect(await read('discount', around(row('Percent off', box('10', 'readonly'))))).toMatchObject({
    value: 10,
  });
});

it('a number before the label of a list is another row’s, whatever it is called', async () => {
  const kinds = list(['Percent off'], 'Percent off');
  const two = list(['Percent off', 'Free shipping'], 'Percent off');
  const above = `<div>Percent off ${box('30')} <button>Remove Tier</button></div>`;
  expect(await read('discount', around(`${above}${row('Buyer gets', kinds)}`))).toBe('not-found');
  expect(await read('discount', around(row('Buyer gets', `${box('50')} ${two}`)))).toMatchObject({
    value: 50,
  });
});
