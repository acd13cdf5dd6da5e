import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formPage } from '../forms';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

/** A form with a lot of something in it: enough that what grows with its square shows, since calls are counted, not time. */
const many: Record<string, (at: number) => string> = {
  'tick boxes in labels': (at) => `<label><input type="checkbox" name="t${at}"> Product ${at}</label>`,
  'tick boxes that are on and speak of a setting': (at) =>
    `<label><input type="checkbox" checked name="o${at}" hidden> <span>One code</span> for all products ${at}</label>`,
  'tick boxes with labels for them': (at) =>
    `<div><input type="checkbox" id="x${at}"> <label for="x${at}">Product ${at}</label></div>`,
  'tick boxes called as a setting': (at) =>
    `<div><input type="checkbox" id="x${at}"> <label for="x${at}">Detail page display text</label></div>`,
  'tick boxes with bare text': (at) => `<input type="checkbox"> Product ${at} `,
  'tick boxes of one id': () => '<input type="checkbox" id="x"><label for="x">Product</label>',
  'text fields in rows': (at) => `<div>Row ${at} <input name="i${at}"></div>`,
  'text fields under one label': () => '<div>Tracking ID <input></div>',
  'text fields alone': () => '<input>',
  'radios of one name': () => '<label><input type="radio" name="r"> Group</label>',
  'radios of many names': (at) => `<label><input type="radio" name="r${at}"> Group</label>`,
  'drawn dropdowns': () =>
    '<span><select><option>Group<option>None</select><span role="button" aria-haspopup="listbox">Group</span></span>',
  buttons: () => '<button>Download</button>',
  'bold lines of another purpose': (at) => `<p><b>Example ${at}</b></p>`,
  'blocks that lie beside each other': () => '<div style="position:absolute"><i>Text</i></div>',
  texts: (at) => `<p>Text ${at % 7}</p>`,
  'texts called as a setting': () => '<p>Tracking ID</p>',
  'texts like labels beside each other': (at) => `<span><b>Name ${at}</b> <i>Start Date</i></span>`,
  'buttons that stay pressed': () => '<div><button aria-pressed="false">Group</button></div>',
  'drawn lists': () => '<div tabindex="0" class="select">Group</div><ul hidden><li>None</ul>',
  switchers: (at) => `<div class="marketplace">Shop ${at} | Germany</div>`,
  boxes: () => '<div style="overflow:auto"><input></div>',
  forms: (at) => `</form><form><input name="q${at}">`,
};

/**
 * How much reading a page asks of the DOM and of lists: calls, and for lists all that is gone through. The page was read
 * before, unless it is asked for how much its first reading takes.
 */
function work(html: string, url?: string, { first = false } = {}): Promise<number> {
  const shown = first ? reader.page.setContent(html) : reader.read(html, url);
  return shown.then(() =>
    reader.page.evaluate(() => {
      let count = 0;
      const undo: (() => void)[] = [];
      const put = (of: object, name: string, to: PropertyDescriptor, from: PropertyDescriptor) => {
        Object.defineProperty(of, name, to);
        undo.push(() => Object.defineProperty(of, name, from));
      };
      const prototypes = [Node, Element, HTMLElement, Document, Text, CharacterData].map(
        (each) => each.prototype as object,
      );
      for (const of of prototypes)
        for (const [name, from] of Object.entries(Object.getOwnPropertyDescriptors(of))) {
          const { get, value } = from;
          if (get)
            put(
              of,
              name,
              {
                ...from,
                get(this: unknown) {
                  count++;
                  return get.call(this);
                },
              },
              from,
            );
          else if (typeof value === 'function' && name !== 'constructor')
            put(
              of,
              name,
              {
                ...from,
                value(this: unknown, ...given: unknown[]) {
                  count++;
                  return value.apply(this, given);
                },
              },
              from,
            );
        }
      // A control's own labels goes through the whole page each time.
      for (const of of [
        HTMLInputElement.prototype,
        HTMLSelectElement.prototype,
        HTMLButtonElement.prototype,
      ]) {
        const from = Object.getOwnPropertyDescriptor(of, 'labels') as PropertyDescriptor;
        put(
          of,
          'labels',
          {
            ...from,
            get(this: unknown) {
              count += document.getElementsByTagName('*').length;
              return from.get?.call(this);
            },
          },
          from,
        );
      }
      for (const name of [
        'indexOf',
        'includes',
        'find',
        'findIndex',
        'filter',
        'some',
        'every',
        'map',
        'slice',
      ]) {
        const from = Object.getOwnPropertyDescriptor(Array.prototype, name) as PropertyDescriptor;
        put(
          Array.prototype,
          name,
          {
            ...from,
            value(this: unknown[], ...given: unknown[]) {
              const [asks, ...rest] = given;
              if (typeof asks === 'function') {
                const counted = (...told: unknown[]) => {
                  count++;
                  return asks(...told);
                };
                return from.value.call(this, counted, ...rest);
              }
              const made = from.value.apply(this, given);
              count += name === 'slice' ? made.length : this.length;
              return made;
            },
          },
          from,
        );
      }
      const tested = (globalThis as unknown as { readAnew(url: string): void }).readAnew;
      tested(location.href);
      for (const back of undo.reverse()) back();
      return count;
    }),
  );
}

describe.each(Object.entries(many))('a form with a lot of %s', (_, one) => {
  const page = (count: number) =>
    formPage('aui').replace(
      '</form>',
      `${Array.from({ length: count }, (__, at) => one(at)).join('\n')}</form>`,
    );

  it('takes no more work for each than one with less', async () => {
    const [none, some, twice] = [await work(page(0)), await work(page(500)), await work(page(1000))];
    expect(some).toBeGreaterThan(none);
    expect((twice - none) / (some - none)).toBeLessThan(2.2);
  });
});

it.each(['tick boxes in labels', 'text fields in rows'])('%s are looked at in parts', async (what) => {
  const parts = async (count: number) => {
    const more = Array.from({ length: count }, (_, at) => many[what]?.(at)).join('');
    await reader.read(formPage('aui').replace('</form>', `${more}</form>`));
    return reader.page.evaluate(() => {
      const { countParts } = globalThis as unknown as { countParts(url: string): number };
      return countParts(location.href);
    });
  };
  // A walk of so many nodes takes a part for every 250; each setting that any of them may be, one for every 100.
  expect((await parts(2000)) - (await parts(1000))).toBeGreaterThan(1000 / 250 + (2 * 1000) / 100);
});

describe.each<[string, (at: number) => string, string, string]>([
  [
    'rows',
    (at) => `<tr><td>G${at}<td>10<td>Ready<td><a href="/d/${at}">Download</a></tr>`,
    '<table><tr><th>Group Name<th>Quantity<th>Status<th>Download</tr>',
    '</table>',
  ],
  [
    'cards',
    (at) => `<div><b>G${at}</b><p>10 codes</p><p>Ready</p><a href="/d/${at}">Download</a></div>`,
    '',
    '',
  ],
])('a claim-code page with a lot of %s', (_, one, before, after) => {
  const url = 'https://sellercentral.amazon.com/promotions/claim-codes';
  const page = (count: number) =>
    `<h1>Manage Claim Codes</h1><button>Create</button>${before}${Array.from({ length: count }, (__, at) => one(at)).join('')}${after}`;

  it.each([false, true])('takes no more work for each than one with less (at first: %s)', async (first) => {
    expect((await reader.read(page(20), url)).groups).toHaveLength(20);
    const [none, some, twice] = [
      await work(page(0), url, { first }),
      await work(page(500), url, { first }),
      await work(page(1000), url, { first }),
    ];
    expect(some).toBeGreaterThan(500);
    expect((twice - none) / (some - none)).toBeLessThan(2.5);
  });
});

describe('a text of a megabyte', () => {
  const long = 1_000_000;
  it.each([
    ['dots', `${'.'.repeat(long)}x`],
    ['dots and blanks', `${'. '.repeat(long / 2)}x`],
    ['blanks', `x${' '.repeat(long)}x`],
    ['digits', `${'1'.repeat(long)}x`],
    ['brackets', '('.repeat(long)],
    ['dashes', `${'-'.repeat(long)}x`],
    ['word by word', 'claim code '.repeat(long / 11)],
  ])('of %s is read past', async (_, text) => {
    const html = formPage('aui').replace(
      '</form>',
      `<p>${text}</p><label>${text}<input type="checkbox"></label><button>${text}</button></form>`,
    );
    const read = await reader.read(html);
    expect(read.readings?.claimCode).toMatchObject({ kind: 'read', value: 'single-use' });
  });
});

it('a page of more controls than anybody uses is not read in part', async () => {
  const html = formPage('aui').replace('</form>', `${'<input>'.repeat(25_000)}</form>`);
  await expect(reader.read(html)).rejects.toThrow('more than can be read');
});
