import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormReadings, Reading } from '../../../src/domain/reading';
import { formPage, goodForm, layouts } from '../forms';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

/** The values of all readings; for what was not read, the reason in angle brackets. */
function values(readings: FormReadings | null): Record<string, unknown> {
  if (!readings) throw new Error('no form was read');
  return Object.fromEntries(
    (Object.entries(readings) as [string, Reading<unknown>][]).map(([key, reading]) => [
      key,
      reading.kind === 'read' ? reading.value : `<${reading.reason}>`,
    ]),
  );
}

const good = {
  claimCode: 'single-use',
  discount: { kind: 'percent', value: 20, text: '20' },
  onePerCustomer: true,
  combinability: { chosen: 'preferential', exclusiveOffered: false },
  productSelection: { kind: 'list', name: 'Garlic press, all colours' },
  detailPage: false,
  appliesTo: 'purchased',
  minimum: { kind: 'quantity', value: 1, text: '1' },
  tiers: 1,
  start: { date: '2026-11-30', time: '00:00', text: '11/30/2026 12:00 AM' },
  end: { date: '2026-12-10', time: '23:59', text: '12/10/2026 11:59 PM' },
  trackingId: 'CC-US-IG-01',
  internalDescription: 'Garlic-IG-01',
};

describe.each(layouts)('a form laid out as %s', (layout) => {
  it('reads every value', async () => {
    const read = await reader.read(formPage(layout));
    expect(values(read.readings)).toEqual(good);
    expect(read).toMatchObject({
      page: 'create',
      kind: 'percentage-off',
      store: 'US',
      account: 'Kitchen Goods',
      languageKnown: true,
    });
  });

  it('reads every wrong value as it stands', async () => {
    const read = await reader.read(
      formPage(layout, {
        ...goodForm,
        claimCode: 'Group',
        discountKind: 'Free items',
        selection: 'Entire catalog',
        combinability: 'Unrestricted',
        onePerCustomer: false,
        detailPage: true,
        tiers: 3,
        quantity: '2',
      }),
    );
    expect(values(read.readings)).toMatchObject({
      claimCode: 'group',
      discount: { kind: 'free' },
      productSelection: { kind: 'entire' },
      combinability: { chosen: 'unrestricted' },
      onePerCustomer: false,
      detailPage: true,
      tiers: 3,
      minimum: { kind: 'quantity', value: 2 },
    });
  });

  it('reads what is not chosen as not chosen', async () => {
    const read = await reader.read(
      formPage(layout, {
        ...goodForm,
        claimCode: '',
        combinability: '',
        selection: 'Select one',
        discount: '',
        start: ['', '12:00 AM'],
      }),
    );
    expect(values(read.readings)).toMatchObject({
      claimCode: 'unset',
      combinability: { chosen: 'unset' },
      productSelection: { kind: 'unset' },
      discount: { kind: 'percent', value: null },
      start: { date: null },
    });
  });
});

describe('a form that can’t be read for sure', () => {
  it('has no claim code section: nothing is made up', async () => {
    const html = formPage('aui').replace(
      /<div class="a-row"><div class="a-column"><label class="a-form-label">Claim Code<\/label>.*?\n/,
      '\n',
    );
    expect(values((await reader.read(html)).readings)).toMatchObject({
      claimCode: '<not-found>',
      onePerCustomer: true,
    });
  });

  it('holds the claim code choice twice: ambiguous', async () => {
    const html = formPage('aui').replace(
      '</form>',
      `${formPage('table')
        .match(/<table>.*<\/table>/s)?.[0]
        .replaceAll('"cc"', '"cc2"')}</form>`,
    );
    expect(values((await reader.read(html)).readings)).toMatchObject({
      claimCode: '<ambiguous>',
      trackingId: '<ambiguous>',
    });
  });

  it('has a hidden twin with other values: the shown one counts', async () => {
    const twin = formPage('table', { ...goodForm, claimCode: 'Group', trackingId: 'HIDDEN' })
      .match(/<table>.*<\/table>/s)?.[0]
      .replaceAll('"cc"', '"cc2"');
    const html = formPage('aui').replace('<form>', `<div style="display:none">${twin}</div><form>`);
    expect(values((await reader.read(html)).readings)).toMatchObject({
      claimCode: 'single-use',
      trackingId: 'CC-US-IG-01',
    });
  });

  it('has not got its controls yet, while a dialog has the same ones: those are not taken for it', async () => {
    const waiting = ['Claim Code', 'Applies to', 'Buyer gets', 'Start Date']
      .map((label) => `<div><label>${label}</label><span class="skeleton"></span></div>`)
      .join('');
    const html = `<!doctype html><html lang="en-US"><body>
<dialog open>
<div><label><input type="checkbox" checked> Detail page display text</label></div>
<div><label>Applies to <select><option>Purchased Items</option><option>Additional Item</option></select></label></div>
<div><label>Buyer purchases <input value="2"></label></div>
</dialog>
<form><h1>Create a promotion: Percentage Off</h1>${waiting}</form></body></html>`;
    expect(values((await reader.read(html)).readings)).toMatchObject({
      detailPage: '<ambiguous>',
      appliesTo: '<ambiguous>',
    });
  });

  it('holds a choice twice, once with nothing that groups its radios: ambiguous', async () => {
    const loose = `<div>Claim Code Combinability</div>
<div><label><input type="radio"> Preferential</label></div><p>Only with other preferential codes.</p>
<div><label><input type="radio" checked> Unrestricted</label></div></form>`;
    const html = formPage('aui').replace('</form>', loose);
    expect(values((await reader.read(html)).readings)).toMatchObject({ combinability: '<ambiguous>' });
  });

  it('ties one label to two tick boxes: ambiguous, whichever comes first', async () => {
    const box = '<input type="checkbox" id="c8" checked>';
    const html = formPage('aui').replace(box, `<div><input type="checkbox" id="other"></div>${box}`);
    expect(values((await reader.read(html)).readings)).toMatchObject({
      onePerCustomer: '<ambiguous>',
      detailPage: false,
    });
    const loose = formPage('table').replace(box, `<input type="checkbox" id="other">${box}`);
    expect(values((await reader.read(loose)).readings)).toMatchObject({ onePerCustomer: '<ambiguous>' });
  });

  it('tells a box that is drawn by its label from one whose part of the page is folded', async () => {
    const box = '<input type="checkbox" id="c10" >';
    const drawn = formPage('aui').replace(box, box.replace('>', 'style="display:none">'));
    expect(values((await reader.read(drawn)).readings)).toMatchObject({ detailPage: false });
    const gone = formPage('aui').replace(box, `<div style="display:none">${box}</div>`);
    expect(values((await reader.read(gone)).readings)).toMatchObject({ detailPage: '<folded>' });
  });

  it('lost the select behind a label: the next one, with a name of its own, is not taken for it', async () => {
    const html = formPage('aui').replace(
      /<span class="a-dropdown-container"><select[^>]*id="c3".*?<\/div><\/div>/s,
      '</div></div><label for="out">Exclude items</label><select id="out"><option>Select one</option><option>Old stock</option></select>',
    );
    expect(values((await reader.read(html)).readings)).toMatchObject({ productSelection: '<not-found>' });
  });

  it('holds a choice twice, once without names and before a choice with a word unknown: ambiguous', async () => {
    const row = (name: string, on: string) =>
      `<tr><td><b>Claim Code Combinability</b></td><td><input type="radio" ${name}> Preferential<br><input type="radio" ${name} ${on}> Unrestricted<br></td></tr>`;
    const html = formPage('table')
      .replace(/<tr><td><b>Claim Code Combinability.*?<\/tr>/, '')
      .replaceAll('name="cc" ', '')
      .replace('> None<', '> Not needed<')
      .replace('<tr><td><b>Claim Code<', `${row('name="x"', 'checked')}${row('', '')}$&`);
    expect(values((await reader.read(html)).readings)).toMatchObject({ combinability: '<ambiguous>' });
  });

  it('holds a choice and its number twice under one label: not read', async () => {
    const pair = (value: string) =>
      `<div role="combobox" aria-haspopup="listbox">Percent off</div><input value="${value}">`;
    const html = formPage('table').replace(
      /(<b>Buyer gets<\/b>: \*<\/td><td>).*?<\/td>/s,
      `$1${pair('99')}${pair('20')}</td>`,
    );
    expect(values((await reader.read(html)).readings).discount).toMatch(/^<(ambiguous|not-found)>$/);
  });

  it('shows another setting’s choice where the product list should be: ambiguous, not a list of that name', async () => {
    const html = formPage('aui').replace(
      /<option[^>]*>Select one.*?<\/select>/s,
      '<option>Free items</option></select>',
    );
    expect(values((await reader.read(html)).readings)).toMatchObject({ productSelection: '<ambiguous>' });
  });

  it('has a drawn dropdown that shows nothing yet: not called unset', async () => {
    const face =
      '<div role="combobox" aria-haspopup="listbox" style="height:16px"><span class="skeleton"></span></div>';
    const html = formPage('table')
      .replace(/<select id="c4".*?<\/select>/s, face)
      .replace(/<select id="c3".*?<\/select>/s, face);
    const { discount, productSelection } = values((await reader.read(html)).readings);
    expect([discount, productSelection]).toEqual(['<not-found>', '<ambiguous>']);
  });

  it('offers to add tiers in two places: ambiguous', async () => {
    const html = formPage('aui').replace(
      '<h2>Step 2',
      '<div><button type="button">Add Tier</button></div><h2>Step 2',
    );
    expect(values((await reader.read(html)).readings)).toMatchObject({ tiers: '<ambiguous>' });
  });

  it('stands beside a list of more tick boxes than it has fields: still read', async () => {
    const list = Array.from({ length: 40 }, (_, at) => `<label><input type="checkbox">Product ${at}</label>`);
    const html = formPage('aui').replace('<form>', `<form>${list.join('')}</form><form>`);
    expect(values((await reader.read(html)).readings)).toEqual(good);
  });

  it('has its messaging section folded: folded', async () => {
    const html = formPage('aui')
      .replace('<h3>Customize messaging</h3>', '<details><summary>Customize messaging</summary>')
      .replace('<button type="submit">', '</details><button type="submit">');
    expect(values((await reader.read(html)).readings)).toMatchObject({ detailPage: '<folded>' });
  });

  it('chose something we have no word for: ambiguous, not a guess', async () => {
    const html = formPage('aui')
      .replace(/checked>(.*?)Single-use/, 'checked>$1Loyalty code')
      .replace(
        '<span class="a-label">None',
        '<span class="a-label">Single-use</span></label></div><div class="a-radio"><label><input type="radio" name="cc"><span class="a-label">None',
      );
    expect(values((await reader.read(html)).readings)).toMatchObject({ claimCode: '<ambiguous>' });
  });

  it('is in a language without words: says so', async () => {
    const words = {
      'Claim Code': '클레임 코드',
      'Single-use': '일회용',
      Group: '그룹',
      None: '없음',
      'Buyer purchases': '구매자 구매',
      'Buyer gets': '구매자 혜택',
      'Purchased Items': '구매한 상품',
      'Applies to': '적용 대상',
      'Start Date': '시작일',
      'End Date': '종료일',
      'Tracking ID': '추적 번호',
      'Internal Description': '내부 설명',
      'One redemption per customer': '고객당 한 번',
      Preferential: '우선',
      Unrestricted: '무제한',
      'Detail page display text': '상세 페이지 문구',
      'At least this quantity of items': '최소 수량',
      'Percent off': '퍼센트 할인',
      'Free items': '무료 상품',
      Tier: '단계',
      Combinability: '조합',
    };
    let html = formPage('aui')
      .replace('lang="en-US"', 'lang="ko"')
      .replace(/<p>.*?<\/p>/, '');
    for (const [english, korean] of Object.entries(words)) html = html.replaceAll(english, korean);
    const read = await reader.read(html);
    expect(read).toMatchObject({ page: 'create', languageKnown: false });
    expect(values(read.readings)).toMatchObject({ claimCode: '<not-found>', discount: '<not-found>' });
  });

  it('is reworded a little: labels with decoration are still read', async () => {
    const html = formPage('table')
      .replaceAll('Tracking ID', 'Tracking ID (required)')
      .replaceAll('> Single-use<', '> Single-use (recommended)<')
      .replaceAll('Claim Code<', 'CLAIM CODE:<');
    expect(values((await reader.read(html)).readings)).toMatchObject({
      claimCode: 'single-use',
      trackingId: 'CC-US-IG-01',
    });
  });

  it('says the opposite of a label: not taken for it', async () => {
    const html = formPage('table').replaceAll('> Single-use<', '> Single-use, not<');
    expect(values((await reader.read(html)).readings).claimCode).not.toBe('single-use');
  });
});
