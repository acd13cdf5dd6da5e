import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormReadings } from '../../../src/domain/reading';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const least = 'At least this quantity of items';
const box = (value: string) => `<input type="text" value="${value}" size="6">`;
const list = (options: readonly string[], chosen = options[0]) =>
  `<select>${options.map((each) => `<option${each === chosen ? ' selected' : ''}>${each}</option>`).join('')}</select>`;
const applies = list(['Purchased Items', 'Additional Item']);

async function read(html: string, css = ''): Promise<(name: keyof FormReadings) => unknown> {
  const page = `<!doctype html><html lang="en-US"><head><style>${css}</style></head><body><form><h1>Create a promotion: Percentage Off</h1>${html}
<p><label>Claim Code ${list(['Single-use', 'Group', 'None'])}</label></p><button>Review</button></form></body></html>`;
  const { readings } = await reader.read(page);
  return (name) => {
    const reading = readings?.[name];
    return reading?.kind === 'read' ? reading.value : reading?.reason;
  };
}

const percent = { kind: 'percent', value: 20 };
const quantity = { kind: 'quantity', value: 2 };

describe('an amount whose name is told by its place', () => {
  const table = (heads: readonly string[], cells: readonly string[]) =>
    `<table><tr>${heads.map((each) => `<td>${each}</td>`).join('')}</tr><tr>${cells.map((each) => `<td>${each}</td>`).join('')}</tr></table>`;
  const shape = (text: string) => `<li>${text}</li>`;
  const rows: readonly [string, string][] = [
    [least, box('2')],
    ['Percent off', box('20')],
    ['Applies to', applies],
    ['Tracking ID', box('CC-1')],
  ];
  const [names, controls] = [rows.map(([name]) => name), rows.map(([, control]) => control)];
  it.each([
    ['at the head of a column', table(names, controls), ''],
    [
      'in the list beside it',
      `<div class="two"><ul>${names.map(shape).join('')}</ul><ul>${controls.map(shape).join('')}</ul></div>`,
      '.two { display: flex } li { height: 40px }',
    ],
    [
      'under it',
      `<ol>${rows.map(([name, control]) => `<li>${control}<small>${name}</small></li>`).join('')}</ol>`,
      'ol { display: flex; flex-wrap: wrap; width: 700px } li { width: 300px; margin: 14px 0 } small { display: block }',
    ],
    [
      'before it, written after it',
      `<div class="g">${rows.map(([name, control], at) => `<div style="grid-area:${at + 1}/2">${control}</div><div style="grid-area:${at + 1}/1">${name}</div>`).join('')}</div>`,
      '.g { display: grid; grid-template-columns: 280px 1fr; grid-auto-rows: 44px }',
    ],
  ])('is read with its name %s', async (_, html, css) => {
    const of = await read(html, css);
    expect(of('minimum')).toMatchObject(quantity);
    expect(of('discount')).toMatchObject(percent);
    expect(of('trackingId')).toBe('CC-1');
  });

  it('is not read where two numbers stand below one head', async () => {
    const of = await read(table(names, [box('2'), box('20') + box('80'), applies, box('CC-1')]));
    expect(of('discount')).toBe('ambiguous');
  });

  it('is not named by what is drawn beside the form', async () => {
    const aside = '<aside style="float:right"><dl><dt>Percent off</dt><dd>10</dd></dl></aside>';
    const form = rows.map(([name, control]) => `<div><div>${name}</div>${control}</div>`).join('');
    const { readings } = await reader.read(
      `<!doctype html><html lang="en"><body>${aside}<form>${form}<p><label>Claim Code ${list(['Single-use', 'Group', 'None'])}</label></p><button>Review</button></form></body></html>`,
    );
    expect(readings?.discount).toMatchObject({ value: percent });
  });
});

describe('a number with another behind it', () => {
  const named = (between: string) =>
    `<div><b>Percent off</b></div><div>${box('20')} ${between} ${box('90')}</div>`;
  it('is read where a phrase names the other', async () => {
    const of = await read(named('% <div>Most that one order can save with it (in $)</div>'));
    expect(of('discount')).toMatchObject(percent);
  });

  it.each(['', 'to', 'up to', '– at most'])('is not told from it by “%s”', async (between) => {
    expect((await read(named(between)))('discount')).toBe('ambiguous');
  });
});

it('a choice reaches its number over what its closed list holds', async () => {
  const closed = '<div style="display:none"><kat-option>Amount off (in $)</kat-option></div>';
  const of = await read(
    `<div><label id="l">Buyer gets</label><div role="combobox" aria-labelledby="l" tabindex="0">Percent off</div>${closed} ${box('20')}</div>`,
  );
  expect(of('discount')).toMatchObject(percent);
});

describe('a title that stands behind one field and before the next', () => {
  const below = (value: string) => `<div>${box(value)}</div>`;

  it('is not taken for the first, which has a title above it that we have no word for', async () => {
    const of = await read(
      `<div><b>Beginning of it</b></div>${box('11/07/2026')} <b>End Date</b>${below('12/08/2026')}`,
    );
    expect(of('end')).toBe('not-found');
    const behind = `<div>${box('12/08/2026')} <i>(Pacific time)</i></div>`;
    const also = await read(`<div><b>Beginning of it</b></div>${box('11/07/2026')} <b>End Date</b>${behind}`);
    expect(also('end')).toBe('not-found');
  });

  it('leaves the first one its own title', async () => {
    const of = await read(
      `<div><b>End Date</b></div>${box('12/17/2026')} <b>Internal Description</b>${below('Garlic')}`,
    );
    expect(of('internalDescription')).toBe('not-found');
    expect(of('end')).toMatchObject({ date: '2026-12-17' });
  });
});

it('what is scrolled out of one box is in no row with what stands below that box', async () => {
  const tips = Array.from(
    { length: 8 },
    (_, at) => `<div><label>Tip ${at} ${list(['Low', 'High'])}</label></div>`,
  );
  const fields = (tracking: string) => `<div style="height:120px;overflow:auto">${tips.join('')}
<div><b>Tracking ID</b></div><div>${box(tracking)}</div></div>`;
  const { readings } = await reader.read(
    `<!doctype html><html lang="en-US"><body><h1>Create a promotion: Percentage Off</h1>${fields('CC-1')}${fields('CC-2')}<button>Review</button></body></html>`,
  );
  expect(readings?.trackingId).toMatchObject({ reason: 'ambiguous' });
});

it('a head names no field of a cell that holds two, one below the other', async () => {
  const help = '<p>This is shown to nobody but you and can be changed later on.</p>';
  const of = await read(
    `<table><tr><th>Internal Description</th><th>Tracking ID</th></tr><tr><td>${box('99')}${help}${box('Garlic')}</td><td>${box('CC-1')}</td></tr></table>`,
  );
  expect(of('internalDescription')).toBe('not-found');
});

describe('a title in a list of titles, the controls in a list beside it', () => {
  const two = (titles: readonly string[], controls: readonly string[]) => `<div class="two">
<ul>${titles.map((each) => `<li>${each}</li>`).join('')}</ul><ul>${controls.map((each) => `<li>${each}</li>`).join('')}</ul></div>`;
  const titles = ['Tracking ID', 'End Date', 'Internal Description'];
  const help = '<p>This is shown to nobody but you and can be changed later on.</p>';
  const controls = ['CC-1', '12/17/2026', 'Garlic'].map((value) => help + box(value));

  it.each(['legend', 'h4', 'strong'])(
    'is not taken for the first control where the others are a %s',
    async (tag) => {
      for (const bare of titles) {
        const drawn = titles.map((each) => (each === bare ? each : `<${tag}>${each}</${tag}>`));
        const of = await read(two(drawn, controls), '.two { display: flex } li { height: 90px }');
        expect(['not-found', 'CC-1']).toContain(of('trackingId'));
        expect(['not-found', 'Garlic']).toContain(of('internalDescription'));
        expect(['not-found', expect.objectContaining({ date: '2026-12-17' })]).toContainEqual(of('end'));
      }
    },
  );

  it('is not taken for the first control where the others are long', async () => {
    const long = (title: string) => `What we call ${title} in all of our shops`;
    for (const bare of titles) {
      const drawn = titles.map((each) => (each === bare ? each : long(each)));
      const of = await read(two(drawn, controls), '.two { display: flex } li { height: 90px }');
      expect(['not-found', 'CC-1']).toContain(of('trackingId'));
      expect(['not-found', 'Garlic']).toContain(of('internalDescription'));
      expect(['not-found', expect.objectContaining({ date: '2026-12-17' })]).toContainEqual(of('end'));
    }
  });
});

describe('a title whose control isn’t there', () => {
  const more = `<p><label>Tracking ID ${box('CC-1')}</label></p><p><label>Internal Description ${box('Garlic')}</label></p>`;
  it('is not taken for what has a title of its own in its block, drawn before it', async () => {
    const own = `<div style="display:flex;flex-direction:row-reverse"><div><div><small>(REQUIRED)</small></div>${list(['Select one', 'Entire catalog'])}</div><div>Purchased Items</div></div>`;
    const of = await read(`${more}<div><b>Buyer purchases</b></div>${own}`);
    expect(of('minimum')).toBe('not-found');
  });

  it.each([
    ['legend', 'fieldset'],
    ['h4', 'section'],
  ])('is not taken for what a %s in words we don’t know stands above', async (head, part) => {
    const of = await read(
      `${more}<div><b>Start Date</b></div><${part}><${head}>Enddatum</${head}>${box('12/06/2026')}</${part}>`,
    );
    expect(of('start')).toBe('not-found');
  });
});

it('a head names no field of a cell that holds two, whatever stands in another column', async () => {
  const help = '<p>This is shown to nobody but you and can be changed later on.</p>';
  const of = await read(
    `<table><tr><th>Tracking ID</th><th>Internal Description</th></tr><tr style="vertical-align:top"><td>${box('CC-1')}${help}<p>Up to forty letters</p></td><td>${box('99')}${help}<br><br><br>${box('Garlic')}</td></tr></table>`,
  );
  expect(of('internalDescription')).toBe('not-found');
});
