import { root, type Style } from '../drawing.ts';
import type { Language } from '../words.ts';
import { css, stacked } from './oddities.ts';

/** The same form under different signs of the store. */
const under = (
  name: string,
  header: string,
  store: string,
  host: string,
  languages: readonly Language[] = ['en'],
): Style => ({
  name: `store-${name}`,
  family: 'stores',
  css,
  languages,
  header,
  url: `https://${host}/promotions/new`,
  build: (v, w) => stacked(v, w),
  truth: () => ({ store: store === '' ? 'unclear' : { is: store } }),
});

const partner = (text: string) =>
  `<header><a href="/home">amazon seller central</a><div class="partner-dropdown"><button type="button" class="partner-dropdown-button"><b>Northwind Pantry LLC</b> | <span>${text}</span></button></div></header>`;

const switcher = (names: string[], chosen: string) =>
  `<header><a href="/home">amazon seller central</a><div id="sc-mkt-switcher"><span>Northwind Pantry LLC</span><select id="sc-mkt-switcher-select">${names.map((name) => `<option${name === chosen ? ' selected' : ''}>${name}</option>`).join('')}</select></div></header>`;

export const stores: readonly Style[] = [
  under('nihon', partner('日本'), 'JP', 'sellercentral-japan.amazon.com', ['ja', 'en']),
  under('deutschland', partner('Deutschland'), 'DE', 'sellercentral-europe.amazon.com', ['de', 'en']),
  under('mexico', partner('México'), 'MX', 'sellercentral.amazon.com', ['es']),
  under('uk', partner('UK'), 'UK', 'sellercentral-europe.amazon.com'),
  under('meiguo', partner('美国'), 'US', 'sellercentral.amazon.com', ['zh']),
  under('emirates', partner('الإمارات العربية المتحدة'), 'AE', 'sellercentral.amazon.ae', ['ar']),
  under('espagne', partner('Espagne'), 'ES', 'sellercentral.amazon.fr', ['fr']),
  under('canada-on-com', partner('Canada'), 'CA', 'sellercentral.amazon.com'),
  under('list', switcher(['United States', 'Canada', 'Mexico'], 'Mexico'), 'MX', 'sellercentral.amazon.com'),
  under(
    'list-europe',
    switcher(['Germany', 'France', 'Italy', 'United Kingdom'], 'Italy'),
    'IT',
    'sellercentral-europe.amazon.com',
  ),
  // Two signs that differ, and none at all: nobody can tell, whatever the host.
  under(
    'two-signs',
    partner('United States').replace(
      '</header>',
      '<div class="marketplace"><label>Marketplace</label> <select aria-label="Marketplace"><option>Canada</option><option>United States</option></select></div></header>',
    ),
    '',
    'sellercentral.amazon.com',
  ),
  under(
    'two-hosts',
    `${partner('Germany')}${partner('Deutschland')}${partner('France')}`,
    '',
    'sellercentral-europe.amazon.com',
  ),
  under('none', '<header><a href="/home">amazon seller central</a></header>', '', 'sellercentral.amazon.com'),
  under('none-europe', '<header><b>Northwind Pantry LLC</b></header>', '', 'sellercentral-europe.amazon.com'),
  under(
    'name-of-a-country',
    '<header><div class="partner-dropdown"><button type="button" class="partner-dropdown-button"><b>Germany Goods Ltd</b> | <span>France</span></button></div></header>',
    'FR',
    'sellercentral-europe.amazon.com',
  ),
  under(
    'katal',
    `<header><kat-account-switcher>${root('<button aria-haspopup="true"><span>Northwind Pantry LLC</span><span>Sweden</span></button>')}</kat-account-switcher></header>`,
    'SE',
    'sellercentral.amazon.se',
  ),
];
