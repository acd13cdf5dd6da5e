import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const row = (label: string, control: string) => `<div><label>${label}</label> ${control}</div>`;
const box = (value: string) => `<input type="text" value="${value}">`;
const list = (options: readonly string[]) =>
  `<select>${options.map((each) => `<option>${each}</option>`).join('')}</select>`;
const first = row('At least this quantity of items', box('1')) + row('Percent off', box('20'));
const further = (title: string) =>
  `<div>${title} At least this quantity of items ${box('3')} Percent off ${box('30')}</div>`;

async function tiers(rows: string): Promise<unknown> {
  const page = `<!doctype html><html lang="en-US"><body><form><h1>Create a promotion: Percentage Off</h1>${rows}
${row('Start Date', box('11/30/2026'))}${row('End Date', box('12/10/2026'))}${row('Internal Description', box(''))}${row('Tracking ID', box('CC-1'))}<button>Review</button></form></body></html>`;
  const reading = (await reader.read(page)).readings?.tiers;
  return reading?.kind === 'read' ? reading.value : reading?.reason;
}

describe('tiers of a form without buttons for them', () => {
  it.each([
    ['one where no number is left', first, 1],
    [
      'one where what is counted can be chosen',
      row('Buyer purchases', list(['At least this quantity of items', 'At least amount (in $)']) + box('1')) +
        row('Buyer gets', list(['Percent off', 'Amount off (in $)']) + box('20')),
      1,
    ],
    ['one more for each pair that is called so', first + further('Tiers') + further('Tiers'), 3],
    ['a pair with its number', first + further('Tier 2:'), 2],
  ])('are %s', async (_, rows, value) => {
    expect(await tiers(rows)).toBe(value);
  });

  it.each([
    ['a number is left that nobody explains', first + row('Codes to print', box('1')), 'ambiguous'],
    ['half a pair is left', `${first}<div>Tiers Percent off ${box('30')}</div>`, 'ambiguous'],
    ['a further one is only said', `${first}<p>Tier 2: buy 3</p>`, 'ambiguous'],
    ['a percentage stands there as text', `${first}<p>Buy 3, get 30% off</p>`, 'ambiguous'],
    ['its first number is not read', row('Percent off', box('20')), 'not-found'],
    [
      'a pair is folded away',
      `${first}<details><summary>More</summary>${further('Tiers')}</details>`,
      'ambiguous',
    ],
  ])('are not told where %s', async (_, rows, reason) => {
    expect(await tiers(rows)).toBe(reason);
  });
});

describe('tiers of a form with buttons for them', () => {
  const pair = `<p>At least this quantity of items ${box('3')} Percent off ${box('30')}`;
  const remove = '<a href="#">Remove Tier</a>';
  const unknown = '<a href="#">Ta bort</a>';
  const add = '<a href="#">Add Tier</a>';
  it.each([
    ['as many as there are buttons', `${pair}${remove}</p>${pair}${remove}</p>${add}`, 3],
    [
      'said by a translator too',
      `${pair}階層を削除 Remove Tier</a></p>`.replace('階層', '<a href="#">階層'),
      2,
    ],
    ['told without the button that adds one', `${pair}${remove}</p>${unknown}`, 2],
    [
      'not told where two buttons add one, in another language',
      `${pair}${remove}</p><a href="#">階層を追加</a><p>Once more</p>${pair}${remove}</p><a href="#">階層を追加</a>`,
      'ambiguous',
    ],
    ['not told where one has another button', `${pair}${remove}</p>${pair}${unknown}</p>${add}`, 'ambiguous'],
    [
      'not told where the first has another button',
      `${pair}${unknown}</p>${pair}${remove}</p>${add}`,
      'ambiguous',
    ],
    [
      'not told where no button adds, and one is another',
      `${pair}${remove}</p>${pair}${unknown}</p>${unknown}`,
      'ambiguous',
    ],
  ])('are %s', async (_, further, value) => {
    expect(await tiers(`${first}${further}`)).toBe(value);
  });

  it('are not told where the buttons stand in a form of their own', async () => {
    const apart = `</form><form>${add}</form><form>`;
    const page = `${first}${row('Start Date', box('11/30/2026'))}${row('End Date', box('12/10/2026'))}${row('Tracking ID', box('CC-1'))}${apart}`;
    const html = `<!doctype html><html lang="en-US"><body><h1>Create a promotion: Percentage Off</h1><form>${page}<button>Review</button></form></body></html>`;
    const { readings } = await reader.read(html);
    expect([readings?.discount.kind, readings?.tiers.kind]).toEqual(['read', 'unread']);
  });
});
