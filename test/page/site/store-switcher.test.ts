import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countryCalled } from '../../../src/page/site/country-names';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const uk = 'A1F83G8C2ARO7P';
const japan = 'A1VC38T7YXB528';
const page = (body: string, lang = 'en') => `<!doctype html><html lang="${lang}"><body>${body}</body></html>`;
const link = (id: string) => `<a href="/home?mons_sel_dir_mcid=x&mons_sel_mkid=${id}">Home</a>`;
const switcher = (text: string) => `<div id="account-switcher">${text}</div>`;

describe('the store of a page', () => {
  it.each([
    ['is never taken from the host', 'de', '', '<p>Promotions</p>', null],
    ['is the one in the address', 'de', `?mons_sel_mkid=${uk}`, '', 'UK'],
    ['is the one that all links name', 'de', '', link(uk) + link(uk), 'UK'],
    ['is not taken from links that name several', 'de', '', link(uk) + link(japan), null],
    [
      'is not taken from a link that is no address',
      'de',
      '',
      '<a href="http://[?mons_sel_mkid=x">x</a>',
      null,
    ],
    ['is told by money that only one store has', 'de', '', '<p>Price: £12.50</p>', 'UK'],
    ['is told by the yen sign', 'com', '', '<label>最低購入金額 (¥)</label>', 'JP'],
    ['is not told by money that several stores have', 'ca', '', '<p>At least amount (in $)</p>', null],
    ['is not told by two kinds of money', 'de', '', '<p>£5</p><p>$5</p>', null],
    ['is not told by words that look like money', 'de', '', '<p>Please try again</p>', null],
    ['is what the switcher says, whatever the host', 'com', '', switcher('Kitchen Goods | Germany'), 'DE'],
    [
      'is what the switcher says in its parts',
      'com',
      '',
      switcher('<b>Kitchen Goods</b><span>Mexico</span>'),
      'MX',
    ],
    ['is what the switcher says in brackets', 'com', '', switcher('Kitchen Goods (United Kingdom)'), 'UK'],
    ['is what the switcher says behind a dash', 'com', '', switcher('Kitchen-Goods - UK'), 'UK'],
    ['is what the switcher says as a code', 'com', '', switcher('Kitchen Goods | DE'), 'DE'],
    ['is what the switcher says with a flag', 'com', '', switcher('🇩🇪 Deutschland'), 'DE'],
    ['is what the switcher says as an address', 'com', '', switcher('Kitchen Goods | amazon.co.jp'), 'JP'],
    [
      'is what is chosen in the switcher’s list',
      'com',
      '',
      '<select class="account-switcher"><option>Germany</option><option selected>France</option></select>',
      'FR',
    ],
    [
      'is what the switcher’s open list marks',
      'com',
      '',
      switcher('<i role="option" aria-selected="true">Spain</i><i role="option">Italy</i>'),
      'ES',
    ],
    [
      'is what the switcher shows of a folded list',
      'com',
      '',
      switcher('<b>Poland</b><ul hidden><li>Italy</li><li>Spain</li></ul>'),
      'PL',
    ],
    ['is not told by a list that marks nothing', 'com', '', switcher('<i>Spain</i> <i>Italy</i>'), null],
    ['is not the account that is called so', 'com', '', switcher('Mexico | United States'), null],
    [
      'is not told by a switcher that names no store we know',
      'de',
      '',
      switcher('Kitchen Goods | Atlantis'),
      null,
    ],
    ['is not told by two switchers', 'com', '', switcher('A | Germany') + switcher('A | France'), null],
    [
      'is not told by switcher and address that differ',
      'com',
      `?mons_sel_mkid=${uk}`,
      switcher('Germany'),
      null,
    ],
    ['is not told by switcher and links that differ', 'com', '', switcher('Germany') + link(uk), null],
    ['is told by switcher and address that agree', 'com', `?mons_sel_mkid=${uk}`, switcher('UK'), 'UK'],
    ['is what the header says', 'com', '', '<header><b>Kitchen Goods</b> | <i>Japan</i></header>', 'JP'],
    [
      'is not told by a language in the header',
      'com',
      '',
      '<header><i>DE</i> <b>English (UK)</b></header>',
      null,
    ],
    [
      'is not told by the countries in a header',
      'com',
      '',
      '<header><i>Japan</i> <i>Italy</i></header>',
      null,
    ],
    ['is not told by a country in the text', 'com', '', '<p>Germany</p>', null],
    [
      'is what a switcher in a shadow root says',
      'com',
      '',
      '<kat-top></kat-top><script>customElements.define("kat-top", class extends HTMLElement { connectedCallback() { this.attachShadow({mode:"open"}).innerHTML = \'<div class="account-switcher">Kitchen Goods | Italy</div>\'; } })</script>',
      'IT',
    ],
  ])('%s', async (_, host, query, body, store) => {
    const read = await reader.read(page(body), `https://sellercentral.amazon.${host}/promotions/new${query}`);
    expect(read.store).toBe(store);
  });

  it('keeps the account beside it', async () => {
    for (const shown of ['Kitchen Goods | 日本', 'Kitchen Goods (日本)', '<b>Kitchen Goods</b><i>日本</i>'])
      expect(await reader.read(page(switcher(shown), 'ja'))).toMatchObject({
        store: 'JP',
        account: 'Kitchen Goods',
      });
  });
});

describe('the name of a country', () => {
  it.each([
    ['United Kingdom', 'UK'],
    ['Deutschland', 'DE'],
    ['Vereinigtes Königreich', 'UK'],
    ['Royaume-Uni', 'UK'],
    ['México', 'MX'],
    ['Estados Unidos', 'US'],
    ['日本', 'JP'],
    ['美国', 'US'],
    ['英國', 'UK'],
    ['Brasil', 'BR'],
    ['Niederlande', 'NL'],
    ['Türkiye', 'TR'],
    ['المملكة العربية السعودية', 'SA'],
    ['भारत', 'IN'],
    ['UK', 'UK'],
    ['US', 'US'],
    ['USA', 'US'],
    ['Japan', 'JP'],
    ['japan', 'JP'],
    ['amazon.de', 'DE'],
    ['it', null],
    ['in', null],
    ['EN', null],
    ['Deutsch', null],
    ['English', null],
    ['Germany and France', null],
    ['constructor', null],
    ['', null],
  ])('%s is %s', (text, code) => expect(countryCalled(text)).toBe(code));
});
