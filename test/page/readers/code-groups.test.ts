import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const url = 'https://sellercentral.amazon.com/promotions/claim-codes?promotionId=A2KA67KJQ3R6VT';
const create =
  '<form><label>Group Name <input></label> <label>Quantity <input></label> <button>Create</button></form>';

type Lot = readonly [name: string, quantity: string, status: string];
const lots: readonly Lot[] = [
  ['December', '100', 'Ready'],
  ['December', '1,000', 'Ready'],
  ['Spare', '25', 'In Progress'],
];

/** Each group as it was read, with the mark of its button. */
async function read(body: string): Promise<unknown[]> {
  const html = `<!doctype html><html lang="en-US"><body><h1>Manage claim codes</h1>${body}</body></html>`;
  const { page, groups } = await reader.read(html, url);
  expect(page).toBe('claim-codes');
  const marks = await reader.page.evaluate(() => {
    const { readMarks } = globalThis as unknown as { readMarks(url: string): (string | null)[] };
    return readMarks(location.href);
  });
  return groups.map(({ name, quantity, ready }, at) => [name, quantity, ready, marks[at]]);
}

const all = [
  ['December', 100, true, 'b0'],
  ['December', 1000, true, 'b1'],
  ['Spare', 25, false, null],
];
const head = '<thead><tr><th>Group Name</th><th>Quantity</th><th>Status</th><th>Action</th></tr></thead>';
const get = (at: number, [, , status]: Lot) =>
  status === 'Ready' ? `<a href="/get?g=${at}" data-mark="b${at}">Download</a>` : '';
const row = (lot: Lot, at: number) =>
  `<tr><td>${lot[0]}</td><td>${lot[1]}</td><td>${lot[2]}</td><td>${get(at, lot)}</td></tr>`;
const rows = lots.map(row).join('');

describe('each group has the button of its own row', () => {
  it.each([
    ['two groups of one name', `${create}<table>${head}<tbody>${rows}</tbody></table>`],
    [
      'a row that adds up',
      `${create}<table>${head}<tbody>${rows}<tr><td>Total</td><td>1,125</td><td></td><td></td></tr></tbody></table>`,
    ],
    [
      'two rows that add up',
      `${create}<table>${head}<tbody>${rows}<tr><td>Total</td><td>1,125</td><td>3 groups</td><td></td></tr><tr><td>All groups</td><td>1,125</td><td></td><td></td></tr></tbody></table>`,
    ],
    [
      'columns that can be sorted',
      `${create}<table>${head.replaceAll('</th>', ' ↕</th>').replace('Group Name ↕', 'Group Name ▲')}<tbody>${rows}</tbody></table>`,
    ],
    [
      'a foot with a button for all',
      `${create}<table>${head}<tbody>${rows}</tbody><tfoot><tr><td>Total</td><td>1,125</td><td></td><td><a href="/all">Download all</a></td></tr></tfoot></table>`,
    ],
    [
      'the form for a new one in a dialog',
      `<button>Create</button><table>${head}<tbody>${rows}</tbody></table><dialog open><table><tr><td>Group Name</td><td><input value="New"></td></tr><tr><td>Quantity</td><td><input value="5"></td></tr></table><button>Create</button></dialog>`,
    ],
    [
      'pages of a longer list',
      `${create}<table>${head}<tbody>${rows}<tr><td colspan="4">Rows 1 to 3 of 9</td></tr></tbody></table><a href="?page=2">2</a><a href="?page=2">Next</a>`,
    ],
    [
      'icons',
      `${create}<table>${head}<tbody>${rows.replaceAll('>Download<', ' aria-label="Download December"><svg width="9" height="9"></svg><')}</tbody></table>`,
    ],
    [
      'a grid of blocks',
      `${create}<div role="grid"><div role="row"><b role="columnheader">Group Name</b><b role="columnheader">Quantity</b><b role="columnheader">Status</b><b role="columnheader"></b></div>${lots
        .map(
          (lot, at) =>
            `<div role="row"><span role="gridcell">${lot[0]}</span><span role="gridcell">${lot[1]}</span><span role="gridcell">${lot[2]}</span><span role="gridcell">${get(at, lot)}</span></div>`,
        )
        .join('')}</div>`,
    ],
    [
      'mere blocks',
      `${create}<section><div class="h"><div>Group Name</div><div>Quantity</div><div>Status</div><div>Action</div></div>${lots
        .map(
          (lot, at) =>
            `<div class="r"><div>${lot[0]}</div><div>${lot[1]}</div><div>${lot[2]}</div><div>${get(at, lot)}</div></div>`,
        )
        .join('')}</section>`,
    ],
    [
      'a shadow root, each row in another',
      `${create}<a-list></a-list><script>
const lots = ${JSON.stringify(lots)};
const root = (el, html) => { el.attachShadow({ mode: 'open' }).innerHTML = html; };
const cell = (text) => '<span role="cell">' + text + '</span>';
root(document.querySelector('a-list'), '<div role="table"><div role="row">' + ['Group Name', 'Quantity', 'Status', 'Action'].map((t) => '<span role="columnheader">' + t + '</span>').join('') + '</div>' + lots.map(() => '<a-row role="row"></a-row>').join('') + '</div>');
document.querySelector('a-list').shadowRoot.querySelectorAll('a-row').forEach((el, at) => root(el, lots[at].map(cell).join('') + cell(lots[at][2] === 'Ready' ? '<button data-mark="b' + at + '">Download</button>' : '')));
</script>`,
    ],
  ])('in %s', async (_, body) => {
    expect(await read(body)).toEqual(all);
  });

  it('in cards, where nothing is said of one that can’t be downloaded yet', async () => {
    const cards = lots.map(
      (lot, at) =>
        `<div class="card"><h3>${lot[0]}</h3><p>Quantity: <b>${lot[1]}</b></p><p>Status: ${lot[2]}</p>${get(at, lot)}</div>`,
    );
    expect(await read(create + cards.join(''))).toEqual(all.slice(0, 2));
  });
});

it('a group may have no name; a row that adds up is none', async () => {
  const nameless: Lot[] = [
    ['', '100', 'Ready'],
    ['', '200', 'Ready'],
    ['', '300', ''],
  ];
  const link = (at: number) => `<a href="/get?g=${at}" data-mark="b${at}">Download</a>`;
  const rows = nameless.map(
    ([name, count, status], at) =>
      `<tr><td>${name}</td><td>${count}</td><td>${status}</td><td>${link(at)}</td></tr>`,
  );
  expect(await read(`${create}<table>${head}<tbody>${rows.join('')}</tbody></table>`)).toEqual([
    ['', 100, true, 'b0'],
    ['', 200, true, 'b1'],
  ]);
});

describe('nothing is made up', () => {
  it('of a list without groups', async () => {
    const body = `${create}<table>${head}<tbody><tr><td>No groups yet</td><td></td><td></td><td></td></tr></tbody></table>`;
    expect(await read(body)).toEqual([]);
    expect(
      await read(
        body.replace(
          '<td>No groups yet</td><td></td><td></td><td></td>',
          '<td colspan="4">No groups yet</td>',
        ),
      ),
    ).toEqual([]);
  });

  it('of the name of the page beside another download', async () => {
    const main = '<main><h1>Manage claim codes</h1><a href="/all">Download all</a></main>';
    expect(await read(main)).toEqual([]);
  });

  it('of a download of something else', async () => {
    const about = '<h3>December</h3><p>Quantity: 250</p>';
    const said = (text: string) =>
      read(`<main>${create}<div>${about}<a href="/g" data-mark="b0">${text}</a></div></main>`);
    expect(await said('Download all')).toEqual([]);
    expect(await said('Download the user guide')).toEqual([]);
    expect(await said('Download December')).toEqual([['December', 250, true, 'b0']]);
    expect(await said('Download codes')).toEqual([['December', 250, true, 'b0']]);
  });

  it('of a number alone, which may be name or quantity', async () => {
    const item = '<li><b>Ready</b> <i>5</i> <button data-mark="b0">Download</button></li>';
    expect(await read(`${create}<ul>${item}</ul>`)).toEqual([]);
  });

  it('of a sum of no groups', async () => {
    const sum = '<tr><td>All groups</td><td>0</td><td></td><td></td></tr>';
    expect(await read(`${create}<table>${head}<tbody>${sum}</tbody></table>`)).toEqual([]);
  });

  it('of what stands around a group called as a state', async () => {
    const card =
      '<article><header>Ready</header><p>Quantity 5</p><button data-mark="b0">Download</button></article>';
    expect(await read(`${create}<section><h2>This month</h2>${card}</section>`)).toEqual([]);
  });

  it('of marks where a name should stand', async () => {
    const block = '<div><p>Group Name</p><p>↕</p><p>340</p><a href="/g" data-mark="b0">Download</a></div>';
    expect(await read(create + block)).toEqual([]);
    expect(await read(`${create}<table>${head}${row(['—', '100', 'Ready'], 0)}</table>`)).toEqual([]);
  });

  it('of a column of other numbers', async () => {
    const body = `${create}<table><tr><th>Group Name</th><th>Downloads</th><th>Status</th><th></th></tr><tr><td>December</td><td>3</td><td>Ready</td><td><button data-mark="b0">Download</button></td></tr></table>`;
    expect(await read(body)).toEqual([['December', null, true, 'b0']]);
  });

  it('of a number that is none', async () => {
    const body = `${create}<table>${head}${row(['December', '1.5', 'Ready'], 0)}${row(['Spare', '12 of 50', 'Ready'], 1)}</table>`;
    expect(await read(body)).toEqual([
      ['December', null, true, 'b0'],
      ['Spare', null, true, 'b1'],
    ]);
  });

  it('of reports that can be downloaded too', async () => {
    const body = `${create}<table><tr><th>Report</th><th>Quantity</th><th>Status</th></tr><tr><td>Orders</td><td>7</td><td>Ready <a href="/r">Download</a></td></tr></table><p>No claim codes yet.</p>`;
    expect((await read(body)).filter((group) => (group as unknown[])[0] === 'Report')).toEqual([]);
  });

  it.each(['Każda', 'All groups'])(
    'of a row “%s” that adds up the others where no group has a state',
    async (name) => {
      const bare = '<thead><tr><th>Group Name</th><th>Quantity</th><th>Action</th></tr></thead>';
      const line = (group: string, quantity: string, action: string) =>
        `<tr><td>${group}</td><td>${quantity}</td><td>${action}</td></tr>`;
      const two = [
        line('May', '100', get(0, ['', '', 'Ready'])),
        line('June', '25', get(1, ['', '', 'Ready'])),
      ];
      const of = (lines: readonly string[]) =>
        read(`${create}<table>${bare}<tbody>${lines.join('')}</tbody></table>`);
      const both = [
        ['May', 100, true, 'b0'],
        ['June', 25, true, 'b1'],
      ];
      expect(await of([...two, line(name, '125', '')])).toEqual(both);
      expect(await of([...two, line('July', '50', '')])).toEqual([...both, ['July', 50, false, null]]);
    },
  );

  it('of a row that adds up the others, whatever it is called', async () => {
    const row = (name: string, count: number, status: string) =>
      `<tr><td>${name}</td><td>${count}</td><td>${status}</td><td></td></tr>`;
    const rows = row('Spring', 20, 'In Progress') + row('Summer', 30, 'In Progress');
    const table = (last: string) => `${create}<table>${head}<tbody>${rows}${last}</tbody></table>`;
    const two = [
      ['Spring', 20, false, null],
      ['Summer', 30, false, null],
    ];
    expect(await read(table(row('All groups', 50, '')))).toEqual(two);
    // One of the same number with a state of its own is a group.
    expect(await read(table(row('Autumn', 50, 'In Progress')))).toEqual([
      ...two,
      ['Autumn', 50, false, null],
    ]);
  });

  it('of what a button or a state is called', async () => {
    const card = (name: string) =>
      `<div><p>${name}</p><p>100 codes</p><a href="/g" data-mark="b">Download</a></div>`;
    expect(await read(create + card('Download'))).toEqual([]);
    expect(await read(create + card('Spring'))).toEqual([['Spring', 100, true, 'b']]);
  });

  it('of groups that stand as columns, where only one has its codes', async () => {
    const line = (name: string, cells: string[]) =>
      `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const body = `${create}<table>${line('Group Name', ['Spring', 'Spring'])}${line('Quantity', ['1', '1,000'])}${line('Status', ['…', 'Ready'])}${line('', ['', '<a href="/g" data-mark="b">Download</a>'])}</table>`;
    expect(await read(body)).toEqual([]);
  });

  it.each([':', ' ↕'])(
    'of groups that stand as columns, where a mark stands apart from its label: %s',
    async (mark) => {
      const line = (name: string, cells: string[], mark = '') =>
        `<tr><th scope="row"><div>${name}</div>${mark}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
      const body = `${create}<table>${line('Group Name', ['Ready', 'Spring'])}${line('Quantity', ['250', '250'], mark)}${line('Status', ['…', 'Ready'], '<b> *</b>')}${line('', ['', '<a href="/g" data-mark="b">Download</a>'])}</table>`;
      expect(await read(body)).toEqual([]);
    },
  );
});
