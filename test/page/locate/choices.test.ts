import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const box = (label: string, value: string) =>
  `<p><label>${label} <input type="text" value="${value}"></label></p>`;

const claimCode = (choice: string) => read('claimCode', choice);

async function read(name: 'claimCode' | 'onePerCustomer', choice: string): Promise<unknown> {
  const { readings } = await reader.read(
    `<!doctype html><html lang="en-US"><body><form><h1>Create a promotion: Percentage Off</h1>${box('Start Date', '11/30/2026')}
${box('End Date', '12/10/2026')}${box('Tracking ID', 'CC-1')}${choice}<button>Review</button></form></body></html>`,
  );
  const reading = readings?.[name];
  return reading?.kind === 'read' ? reading.value : reading?.reason;
}

describe('a choice that stands there twice', () => {
  const group = (radios: readonly string[]) =>
    `<fieldset><legend>Claim Code</legend>${radios.join('')}</fieldset>`;
  const radio = (label: string, name: string, on = false) =>
    `<label><input type="radio"${name}${on ? ' checked' : ''}> ${label}</label> `;
  const named = [
    radio('None', ' name="a"', true),
    radio('Single-use', ' name="a"'),
    radio('Group', ' name="a"'),
  ];

  it('is not told where a text splits the second, which no name groups', async () => {
    const split = [radio('None', '', true), '<b>or</b>', radio('Einmalig', ''), radio('Group', '')];
    expect(await claimCode(group(named) + group(split))).toBe('ambiguous');
  });

  it('is none where the other only shares one word with it', async () => {
    const other = `<fieldset><legend>Coupon</legend>${radio('None', ' name="b"', true)}${radio('Clip', ' name="b"')}</fieldset>`;
    expect(await claimCode(group(named) + other)).toBe('none');
  });
});

it('a choice behind a folded one has none of its texts', async () => {
  const radio = (name: string, text: string, on = false) =>
    `<input type="radio" name="${name}"${on ? ' checked' : ''}>${text}<br>`;
  const folded = ['Single-use', 'Group', 'None'].map((text) => radio('a', text)).join('');
  const seen = `${radio('b', 'Single-use')}${radio('b', 'Group')}${radio('b', '<font>Aucun</font> None', true)}`;
  const html = `<div style="display:none"><b>Claim Code</b>${folded}</div><div><b>Code promotionnel Claim Code</b>${seen}</div>`;
  expect(await claimCode(html)).not.toBe('group');
});

describe('a drawn list', () => {
  const list = (shown: string) =>
    `<div><div role="combobox" tabindex="0" aria-haspopup="listbox">${shown}</div></div>`;
  const row = (shown: string) => `<div><label>Claim Code</label>${list(shown)}</div>`;

  it('is read where it stands alone', async () => {
    expect(await claimCode(row('None'))).toBe('none');
  });

  it('is not told beside another one whose words nobody knows', async () => {
    expect(await claimCode(`<label>Claim Code</label>${list('None')}${list('1回限り有効')}`)).toBe(
      'ambiguous',
    );
  });

  it('is not told where another one of its name shows nothing yet', async () => {
    expect(await claimCode(row('') + row('None'))).toBe('ambiguous');
  });
});

describe('a choice between texts in two languages', () => {
  const twin = (text: string) => `${text} <br><font>${text === 'Group' ? 'Groupe' : 'Usage unique'}</font>`;
  const row = (name: string, on: string) =>
    `<div>${['Group', 'Single-use'].map((text) => `${twin(text)}<input type="radio" name="${name}"${text === on ? ' checked' : ''}> `).join('')}</div>`;

  it('is not told where a second one follows that says something else', async () => {
    const twice = `<label>Claim Code</label>${row('a', 'Single-use')}${row('b', 'Group')}`;
    expect(await claimCode(twice)).toBe('ambiguous');
  });
});

describe('a list of yes and no', () => {
  const list = (chosen: string) =>
    `<div><select>${['No', 'Yes'].map((each) => `<option${each === chosen ? ' selected' : ''}>${each}</option>`).join('')}</select></div>`;
  const help = '<p>Choose Yes where each shopper should use no more than one code of it.</p>';

  it('is not told where the same list stands below its help once more', async () => {
    const row = (lists: string) => `<div><span>One redemption per customer</span><div>${lists}</div></div>`;
    expect(await read('onePerCustomer', row(list('Yes') + help))).toBe(true);
    expect(await read('onePerCustomer', row(list('Yes') + help + list('No')))).toBe('ambiguous');
  });
});

describe('a choice beside a second one without names', () => {
  const row = (radio: string, on: string) =>
    `<table><tr><td><b>Claim Code</b>: *</td><td><div>${radio}${on === 'Single-use' ? ' checked' : ''}></div>Single-use<br><font>One-time use</font><br>${radio}${on === 'Group' ? ' checked' : ''}>Group<br><font>Multi-use</font><br></td></tr></table>`;

  it('is not told, though texts that say it twice split the second', async () => {
    const one = row('<input type="radio" name="a"', 'Single-use');
    expect(await claimCode(one)).toBe('single-use');
    expect(await claimCode(one + row('<input type="radio"', 'Group'))).toBe('ambiguous');
  });
});

describe('a choice of which something is folded', () => {
  const bare = (texts: readonly string[], name = '', on = '') =>
    texts.map((each) => `${each} <input type="radio"${name}${each === on ? ' checked' : ''}> `).join('');
  const folded = (on: string) =>
    `<p>Claim Code</p><div style="display:none">${bare(['Single-use', 'Group', 'None'], '', on)}</div>`;
  const others = ['Preferential', 'Unrestricted'];

  it.each(['Single-use', ''])(
    'is not told from radios in sight behind those of another name: %s',
    async (on) => {
      const twice = `<div>${bare(others, ' name="a"', 'Unrestricted')}</div><div>${bare(others)}</div>`;
      expect(await claimCode(`${folded(on)}<p>Claim Code Combinability</p>${twice}`)).toBe('folded');
    },
  );

  it.each(['Single-use', ''])('is not told from radios in sight right behind it: %s', async (on) => {
    expect(await claimCode(`${folded(on)}<div>${bare(others)}</div>`)).toBe('folded');
  });

  it('is not told where the chosen one alone can’t be seen', async () => {
    const radio = (label: string, more = '') =>
      `<p${more && ' style="display:none"'}><label><input type="radio" name="a"${more}> ${label}</label></p>`;
    const rest = radio('Group') + radio('None');
    expect(await claimCode(`<p>Claim Code</p>${radio('Single-use', ' checked')}${rest}`)).toBe('ambiguous');
    expect(await claimCode(`<p>Claim Code</p>${radio('Single-use')}${rest}`)).toBe('unset');
  });
});

describe('a drawn dropdown before its native select', () => {
  const options = (chosen: string) =>
    ['', 'Single-use', 'Group', 'None']
      .map((each) => `<option${each === chosen ? ' selected' : ''}>${each}</option>`)
      .join('');
  const drawn = (shown: string, chosen: string, hidden = 'display:none') =>
    `<p>Claim Code</p><div><div role="combobox" tabindex="0" aria-haspopup="listbox">${shown} ▾</div><select style="${hidden}">${options(chosen)}</select></div>`;

  it.each(['display:none', 'visibility:hidden', 'opacity:0;position:absolute'])(
    'is read where both say the same, the native one with %s',
    async (hidden) => {
      expect(await claimCode(drawn('Group', 'Group', hidden))).toBe('group');
    },
  );

  it('is not read where the native one has another chosen', async () => {
    expect(await claimCode(drawn('Single-use', 'Group'))).toBe('ambiguous');
  });

  it('is not the one of a folded select that offers something else', async () => {
    const folded = '<select style="display:none"><option>Low</option></select>';
    expect(await claimCode(drawn('Group', 'Group').replace(/<select.*<\/select>/, folded))).toBe('group');
  });
});

describe('a drawn tick with a native one that isn’t seen', () => {
  const tick = (drawn: boolean, native: boolean, hidden = 'display:none') =>
    `<p><span role="switch" tabindex="0" aria-checked="${drawn}" aria-label="One redemption per customer">✓</span><input type="checkbox" style="${hidden}"${native ? ' checked' : ''}></p>`;

  it.each([true, false])('is read where both are %s', async (on) => {
    expect(await read('onePerCustomer', tick(on, on))).toBe(on);
  });

  it.each([true, false])('is not read where only the native one is %s', async (on) => {
    expect(await read('onePerCustomer', tick(!on, on))).toBe('ambiguous');
    expect(await read('onePerCustomer', tick(!on, on, 'visibility:hidden'))).toBe('ambiguous');
  });
});
