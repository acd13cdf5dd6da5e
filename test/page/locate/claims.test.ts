import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormReadings, Reading } from '../../../src/domain/reading';
import { formPage, goodForm } from '../forms';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

async function read(html: string, name: keyof FormReadings): Promise<unknown> {
  const reading = (await reader.read(html)).readings?.[name] as Reading<unknown> | undefined;
  return reading?.kind === 'read' ? reading.value : `<${reading?.reason}>`;
}

const rowOf = (title: string) =>
  new RegExp(`<div class="a-row"><div class="a-column"><label class="a-form-label">${title}<.*?\\n`, 's');

describe('no control serves two settings', () => {
  it('one percent off is not taken from the quantity below the last head of a table', async () => {
    const table =
      '<table><thead><tr><th>Buyer purchases</th><th>Buyer gets</th></tr></thead><tbody><tr><td><input value="1"> % of your orders</td><td>see below</td></tr></tbody></table>';
    const html = formPage('aui').replace(rowOf('Buyer gets'), table).replace(rowOf('Buyer purchases'), '');
    expect(await read(html, 'discount')).toMatch(/^</);
  });

  it('a date is not the Tracking ID below the last head of a table', async () => {
    const table =
      '<table><tr><td>Internal Description</td><td>Tracking ID</td></tr><tr><td><input value="11/30/2026"></td><td>set by Amazon</td></tr></table>';
    const html = formPage('aui')
      .replace(rowOf('Tracking ID'), table)
      .replace(rowOf('Internal Description'), '');
    expect(await read(html, 'trackingId')).toMatch(/^</);
  });

  it('a field found by its id is not another setting’s by a text before it', async () => {
    const html = formPage('table').replace(/<td><b>End Date<\/b>: \*<\/td>/, '<td>Tracking ID</td>');
    const { readings } = await reader.read(html);
    expect(readings?.end).toMatchObject({ value: { date: '2026-12-10' } });
    expect(readings?.trackingId).toMatchObject({ kind: 'unread' });
  });

  it.each(['percent', 'quantity'])('a second number beside the %s is not passed over', async (which) => {
    const [id, name] = which === 'percent' ? (['c5', 'discount'] as const) : (['c2', 'minimum'] as const);
    const twice = formPage('aui').replace(
      new RegExp(`<input type="text" id="${id}"[^>]*>`),
      '$& <input value="90">',
    );
    expect(await read(twice, name)).toBe('<ambiguous>');
  });

  it.each(['購入商品', 'Lista de productos'])(
    'of two drawn lists called %s below one text neither is read',
    async (name) => {
      const list = (chosen: string) =>
        `<div><div role="combobox" tabindex="0" aria-haspopup="listbox" aria-label="${name}">${chosen}</div></div>`;
      const row = (lists: string) =>
        formPage('aui').replace(
          rowOf('Purchased Items'),
          `<div><label>Purchased Items</label><div>${lists}</div></div>\n`,
        );
      expect(await read(row(list('Garlic press')), 'productSelection')).toMatchObject({
        name: 'Garlic press',
      });
      const two = list('Garlic press') + list('Entire catalog');
      expect(await read(row(two), 'productSelection')).toBe('<ambiguous>');
    },
  );

  it('of two drawn lists of one name neither is read, though only one shows words we know', async () => {
    const row = (chosen: string) =>
      `<div class="a-row"><label>Buyer purchases</label><div role="combobox" tabindex="0" aria-haspopup="listbox" aria-label="Buyer purchases">${chosen}</div><input value="2"></div>`;
    const html = (rows: string) => formPage('aui').replace(rowOf('Buyer purchases'), `${rows}\n`);
    const known = row('For every quantity of items purchased');
    expect(await read(html(known), 'minimum')).toMatchObject({ kind: 'for-every' });
    expect(await read(html(known + row('最低購入数量')), 'minimum')).toMatch(/^</);
  });

  it('of two drawn lists below texts that say the same neither is read, though only one shows words we know', async () => {
    const row = (chosen: string) =>
      `<tr><td><b>Buyer purchases</b></td><td><div role="combobox" tabindex="0" aria-haspopup="listbox">${chosen}</div><input value="2"></td></tr>`;
    const html = (rows: string) => formPage('table').replace(/<tr><td><b>Buyer purchases<.*?<\/tr>/s, rows);
    const known = row('For every quantity of items purchased');
    expect(await read(html(known), 'minimum')).toMatchObject({ kind: 'for-every' });
    expect(await read(html(known + row('最低購入数量')), 'minimum')).toMatch(/^</);
  });

  it('a list in a row with its own name is not meant by the text above it, whose field has not come yet', async () => {
    const row = (own: string) =>
      `<div class="row"><b>Buyer purchases</b><span class="skeleton"></span><span></span></div><div style="display:flex;flex-direction:row-reverse;justify-content:flex-end"><div class="row"><select aria-label="購入商品"><option>Select one</option><option>カタログ全体</option></select></div><div style="width:280px"><b>${own}</b></div></div>\n`;
    const html = (own: string) => formPage('aui').replace(rowOf('Buyer purchases'), row(own));
    expect(await read(html('購入商品'), 'minimum')).toBe('<not-found>');
  });

  it('a field in a row with a label of its own, unknown as it is, is not meant by the label above it', async () => {
    const row = (label: string, field = '') =>
      `<div class="row"><div class="cell"><label class="l">${label}</label></div>${field && `<div class="cell">${field}</div>`}</div>`;
    const html = formPage('aui')
      .replace(rowOf('Tracking ID'), '')
      .replace(
        rowOf('Internal Description'),
        `${row('Internal Description')}${row('Spuren-Kennung', '<input value="CC-1">')}\n`,
      );
    expect(await read(html, 'internalDescription')).toBe('<not-found>');
  });

  it('of two fields below one head, with only help between, neither is read', async () => {
    const help = '<p>Read the help page before you choose.</p>';
    const html = (more: string) =>
      formPage('aui').replace(
        rowOf('Internal Description'),
        `<table><thead><tr><th>Applies to</th><th>Internal Description</th></tr></thead><tr><td>${help}<select><option>Purchased Items</option></select></td><td>${help}<input value="Own"><p>開始日は4時間以上先にしてください。</p>${more}</td></tr></table>\n`,
      );
    expect(await read(html(''), 'internalDescription')).toBe('Own');
    expect(await read(html(`${help}<input value="OTHER">`), 'internalDescription')).toMatch(/^</);
  });

  it('a list below the heads of a table is a rival, though the last head stands right before it', async () => {
    const list = (chosen: string) =>
      `<select>${['Purchased Items', 'Additional Item'].map((each) => `<option${each === chosen ? ' selected' : ''}>${each}</option>`).join('')}</select>`;
    const heads = ['Which products', 'Internal Description'].map((each) => `<th>${each}</th>`).join('');
    const table = `<table><thead><tr>${heads}</tr></thead><tr><td>${list('Additional Item')}</td><td><input value="CC"></td></tr></table>`;
    const html = (more: string) =>
      formPage('aui').replace(rowOf('Applies to'), `<p>Applies to ${list('Purchased Items')}</p>${more}\n`);
    expect(await read(html(''), 'appliesTo')).toBe('purchased');
    expect(await read(html(table), 'appliesTo')).toBe('<ambiguous>');
  });

  it('a slider that shows the same number is no second one', async () => {
    const html = formPage('aui').replace(
      /<input type="text" id="c5"[^>]*>/,
      '$& <input type="range" min="0" max="100" value="20">',
    );
    expect(await read(html, 'discount')).toMatchObject({ value: 20 });
  });
});

describe('a tick says itself what it does', () => {
  const row = (own: string, on: boolean, title = 'Detail page display text') =>
    formPage('table').replace(
      /<tr><td><b><\/b><\/td><td><input type="checkbox" id="c10"[^>]*>.*?<\/tr>/,
      `<tr><td>${title}</td><td><input type="checkbox" ${on ? 'checked' : ''}> ${own}</td></tr>`,
    );
  it.each([
    ['Switch off', true, false],
    ['Switch off', false, true],
    ['Hide', true, false],
    ['Enabled', true, true],
    ['On', false, false],
    ['', true, true],
  ])('“%s” ticked %s is %s', async (own, on, value) => {
    expect(await read(row(own, on), 'detailPage')).toBe(value);
  });

  it.each(['Shoppers may use it several times', 'Not this time', 'Several allowed'])(
    '“%s” can’t be told',
    async (own) => {
      expect(await read(row(own, true), 'detailPage')).toMatch(/^</);
    },
  );

  it('in the words of another language', async () => {
    const html = row('Ausschalten', true, 'Anzeigetext auf der Produktdetailseite').replace('en-US', 'de');
    expect((await reader.names(html, ['detailPage'])).detailPage).not.toBe('');
    expect(await read(html, 'detailPage')).not.toBe(true);
  });

  it('a name that its help takes back is no name', async () => {
    const html = formPage('aui').replace(
      '<span class="a-label">One redemption per customer</span>',
      '<span class="a-label">One redemption per customer</span><br>is switched off',
    );
    expect(await read(html, 'onePerCustomer')).toMatch(/^</);
  });
});

describe('tiers', () => {
  const tier = (before: string, after: string) =>
    formPage('aui').replace(
      '<button type="button">Add Tier',
      `<div>${before}<input value="3"> <input value="30"> % ${after}</div>$&`,
    );
  it.each([
    ['a bin without a name before it', tier('<button type="button"><i></i></button>', '')],
    ['a bin without a name behind it', tier('', '<button type="button"><i></i></button>')],
    ['a bin that is no button', tier('<span class="bin"></span>', '')],
    ['a title', tier('Tier 2', '')],
    [
      'a title and no fields',
      formPage('aui').replace('<button type="button">Add Tier', '<p>Tier 2: buy 3, get 30% off</p>$&'),
    ],
  ])('a further one with %s is not passed over', async (_, html) => {
    expect(await read(html, 'tiers')).not.toBe(1);
  });

  it('none is one', async () => {
    expect(await read(formPage('aui'), 'tiers')).toBe(1);
  });
});

it.each(['All items in your catalog', 'Whole catalogue', 'Every product'])(
  '“%s” is the entire catalog',
  async (name) => {
    const html = formPage('table', { ...goodForm, selection: name }).replace(
      '<option>Select another',
      `<option selected>${name}</option>$&`,
    );
    expect(await read(html, 'productSelection')).toEqual({ kind: 'entire', name });
  },
);

it('a text above a heading is no head of a column below it', async () => {
  const twin = (chosen: string) =>
    `<fieldset><legend>Purchased Items</legend><select><option>Select one</option><option ${chosen}>Garlic press</option></select></fieldset>`;
  const html = `<html lang="en"><body><form><div><span>Buyer gets</span> <b>75 %</b></div><h2>Step 1: Conditions</h2>
    ${twin('')}${twin('selected')}
    <p><label>Start Date <input id="startDate"></label></p><p><label>End Date <input id="endDate"></label></p>
    <p><label>Tracking ID <input></label></p></form></body></html>`;
  expect((await reader.read(html)).readings?.productSelection).toMatchObject({
    kind: 'unread',
    reason: 'ambiguous',
  });
});

describe('the button that sends the form', () => {
  const called = (html: string) => async () => {
    await reader.read(html);
    return reader.page.evaluate(() => {
      const { readButtons } = globalThis as unknown as {
        readButtons(url: string): [string | null, string[]];
      };
      return readButtons(location.href);
    });
  };
  const button = '<button type="submit">Review</button>';
  it.each([
    ['Review', 'name', formPage('aui')],
    ['Next', 'place', formPage('aui').replace(button, '<button type="submit">Next</button>')],
    [
      'Review promotion',
      'place',
      formPage('aui').replace(
        button,
        '<button type="button">Cancel</button><button type="button">Review promotion</button>',
      ),
    ],
    [
      'Continue',
      'place',
      formPage('aui')
        .replace(`${button}</form>`, '</form>')
        .replace(button, '')
        .replace('</body>', '<button type="button">Continue</button></body>'),
    ],
    ['Los!', 'place', formPage('table').replace(button, '<input type="submit" value="Los!">')],
    ['Done', 'place', formPage('aui').replace(button, '<div role="button" tabindex="0">Done</div>')],
    [
      'Save and continue',
      'place',
      formPage('aui').replace(button, '<button>Save draft</button><button>Save and continue</button>'),
    ],
  ])('“%s” is known by its %s', async (text, by, html) => {
    const [how, texts] = await called(html)();
    expect([how, texts]).toEqual([by, [text]]);
  });

  it('is said not to be found', async () => {
    expect(await called(formPage('aui').replace(button, '<button type="button">Cancel</button>'))()).toEqual([
      null,
      [],
    ]);
  });
});
