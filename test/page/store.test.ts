import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Reader, startReader } from './reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const uk = 'A1F83G8C2ARO7P';
const japan = 'A1VC38T7YXB528';
const page = (body: string) => `<!doctype html><html lang="en"><body>${body}</body></html>`;
const link = (id: string) => `<a href="/home?mons_sel_dir_mcid=x&mons_sel_mkid=${id}">Home</a>`;

describe('the store of a page', () => {
  it.each([
    ['is guessed from the host where nothing else tells', 'de', '', '<p>Promotions</p>', 'DE'],
    ['is the one in the address', 'de', `?mons_sel_mkid=${uk}`, '', 'UK'],
    ['is the one that all links name', 'de', '', link(uk) + link(uk), 'UK'],
    ['is not taken from links that name several', 'de', '', link(uk) + link(japan), 'DE'],
    [
      'is not taken from a link that is no address',
      'de',
      '',
      '<a href="http://[?mons_sel_mkid=x">x</a>',
      'DE',
    ],
    ['is told by money that only one store has', 'de', '', '<p>Price: £12.50</p>', 'UK'],
    ['is told by the yen sign', 'com', '', '<label>最低購入金額 (¥)</label>', 'JP'],
    ['stays the host’s where its own money stands there', 'ca', '', '<p>At least amount (in $)</p>', 'CA'],
    ['is unknown where the money is of several other stores', 'co.uk', '', '<p>12,50 €</p>', null],
    ['is not told by two kinds of money', 'de', '', '<p>£5</p><p>$5</p>', 'DE'],
    ['is not told by words that look like money', 'de', '', '<p>Please try again</p>', 'DE'],
  ])('%s', async (_, host, query, body, store) => {
    const read = await reader.read(page(body), `https://sellercentral.amazon.${host}/promotions/new${query}`);
    expect(read.store).toBe(store);
  });
});
