import { type MarketplaceCode, marketplace } from '../../../../src/domain/marketplaces.ts';
import type { Language } from '../../../../src/page/labels/index.ts';
import { type FormValues, formPage, layouts } from '../../../page/forms.ts';
import type { Context } from '../../../seller-central/context.ts';
import { freshDraft } from '../../../seller-central/draft.ts';
import { formPage as replicaForm } from '../../../seller-central/pages/form.ts';
import { wordsFor } from '../../../seller-central/words.ts';
import type { Random } from './random.ts';
import { translation } from './words.ts';

export const settings = [
  'claimCode',
  'discount',
  'onePerCustomer',
  'combinability',
  'productSelection',
  'detailPage',
  'appliesTo',
  'minimum',
  'tiers',
  'start',
  'end',
  'trackingId',
  'internalDescription',
] as const;
export type Setting = (typeof settings)[number];

/** Each setting's value in comparable form; null where the page doesn't show it, so that nothing may be read. */
export type Truth = Record<Setting, string | null>;

export const bases = [...layouts, 'replica'] as const;
export type Base = (typeof bases)[number];

export const stores: Record<Language, MarketplaceCode> = {
  en: 'US',
  de: 'DE',
  fr: 'FR',
  it: 'IT',
  es: 'ES',
  ja: 'JP',
  zh: 'US',
  pt: 'BR',
  nl: 'NL',
  pl: 'PL',
  sv: 'SE',
  tr: 'TR',
  ar: 'AE',
  hi: 'IN',
};

/** Where each setting's controls stand on a base page. */
export const places: Record<Setting, string> = {
  claimCode: '[name=cc],[data-n=cc],[name=claimCode]',
  discount: '#c4,#c5,#buyerGets,#discount',
  onePerCustomer: '#c8,#onePerCustomer',
  combinability: '[name=comb],[data-n=comb],[name=combinability]',
  productSelection: '#c3,#purchasedItems',
  detailPage: '#c10,#detailPage',
  appliesTo: '#c6,#appliesTo',
  minimum: '#c1,#c2,#buyerPurchases,#purchaseMinimum',
  tiers: '[data-none]',
  start: '#startDate,#startTimeNative',
  end: '#endDate,#endTimeNative',
  trackingId: '#c7,#trackingId',
  internalDescription: '#internalDescription',
};

interface Wanted {
  values: FormValues;
  truth: Truth;
}

function want(random: Random, language: Language): Wanted {
  const claimCode = random.pick(['Single-use', 'Single-use', 'Group', 'None', ''] as const);
  const combinability = random.pick(['Preferential', 'Unrestricted', ''] as const);
  const discountKind = random.pick(['Percent off', 'Percent off', 'Percent off', 'Free items']);
  const percent = random.pick(['20', '5', '50', '90', '12.5']);
  const selection = random.pick(['Garlic press, all colours', 'Entire catalog', 'Select one']);
  const values: FormValues = {
    claimCode,
    discountKind,
    discount: percent + random.pick(['', '', ' %']),
    selection,
    combinability,
    onePerCustomer: random.chance(0.5),
    detailPage: random.chance(0.5),
    tiers: random.pick([1, 1, 2, 3]),
    quantity: random.pick(['1', '2', '10']),
    start: [dateIn(language, random, 2026, 11, 5 + Math.floor(random.next() * 20)), '12:00 AM'],
    end: [dateIn(language, random, 2026, 12, 5 + Math.floor(random.next() * 20)), '11:59 PM'],
    trackingId: `CC-${random.word()}`,
    description: `Own ${random.word()}`,
  };
  return { values, truth: truthOf(values) };
}

const dates = new Map<string, string>();

function dateIn(language: Language, random: Random, year: number, month: number, day: number): string {
  const { dateOrder } = marketplace(stores[language]);
  const two = (value: number) => String(value).padStart(2, '0');
  const shapes = {
    mdy: [`${two(month)}/${two(day)}/${year}`, `${month}/${day}/${year}`],
    dmy: [`${two(day)}.${two(month)}.${year}`, `${two(day)}/${two(month)}/${year}`],
    ymd: [
      `${year}/${two(month)}/${two(day)}`,
      `${year}-${two(month)}-${two(day)}`,
      `${year}年${month}月${day}日`,
    ],
  };
  const shown = random.pick(shapes[dateOrder]);
  dates.set(shown, `${year}-${two(month)}-${two(day)}`);
  return shown;
}

function truthOf(values: FormValues): Truth {
  const kinds: Record<string, string> = { 'Single-use': 'single-use', Group: 'group', None: 'none' };
  const list =
    { 'Entire catalog': 'entire', 'Select one': 'unset' }[values.selection] ?? `list ${values.selection}`;
  return {
    claimCode: kinds[values.claimCode] ?? 'unset',
    discount: `${values.discountKind === 'Percent off' ? 'percent' : 'free'} ${Number.parseFloat(values.discount)}`,
    onePerCustomer: String(values.onePerCustomer),
    combinability: values.combinability.toLowerCase() || 'unset',
    productSelection: list,
    detailPage: String(values.detailPage),
    appliesTo: 'purchased',
    minimum: `quantity ${values.quantity}`,
    tiers: String(values.tiers),
    start: `${dates.get(values.start[0])} 00:00`,
    end: `${dates.get(values.end[0])} 23:59`,
    trackingId: values.trackingId,
    internalDescription: values.description,
  };
}

/** Puts a base page into the document, translated, and tells what is true of it. */
export function showBase(base: Base, language: Language, random: Random): Truth {
  const { values, truth } = want(random, language);
  const made = new DOMParser().parseFromString(
    base === 'replica' ? replica(values, language, truth) : formPage(base, values),
    'text/html',
  );
  for (const script of made.querySelectorAll('script, link')) script.remove();
  made.querySelector('#messaging-content')?.removeAttribute('hidden');
  const store = marketplace(stores[language]).name;
  for (const place of made.querySelectorAll('.partner-dropdown'))
    place.textContent = `Kitchen Goods | ${store}`;
  translate(made.body, translation(language));
  document.documentElement.lang = language;
  document.body.replaceWith(document.adoptNode(made.body));
  return truth;
}

function replica(values: FormValues, language: Language, truth: Truth): string {
  const store = marketplace(stores[language]);
  const ctx = {
    url: new URL('https://sellercentral.amazon.com/promotions/new'),
    state: { token: 'x' },
    store,
    account: 'Kitchen Goods',
    words: wordsFor(null),
    now: 0,
    id: (guess: string) => guess,
  } as unknown as Context;
  const code = { 'Single-use': 'SINGLE_USE', Group: 'GROUP', None: 'NONE', '': 'NONE' } as const;
  if (values.claimCode === '' || values.claimCode === 'None') {
    truth.claimCode = 'none';
    truth.onePerCustomer = null;
    truth.combinability = null;
  }
  if (values.combinability === '') truth.combinability &&= 'unrestricted';
  // Its discount select offers percent alone; every further tier is a row.
  truth.discount = `percent ${Number.parseFloat(values.discount)}`;
  const lists: Record<string, string> = { 'Entire catalog': 'ENTIRE_CATALOG', 'Select one': '' };
  if (truth.productSelection?.startsWith('list')) truth.productSelection = 'list Kitchen helpers 2026';
  return replicaForm(ctx, {
    ...freshDraft('PERCENTAGE_OFF', store, Date.UTC(2026, 10, 1)),
    purchaseMinimum: values.quantity,
    purchasedItems: lists[values.selection] ?? 'PSL-KITCHEN',
    discount: values.discount,
    tiers: Array.from({ length: values.tiers - 1 }, () => ({ minimum: '3', discount: '30' })),
    startDate: values.start[0],
    startTime: '00:00',
    endDate: values.end[0],
    endTime: '23:59',
    internalDescription: values.description,
    trackingId: values.trackingId,
    claimCode: code[values.claimCode],
    onePerCustomer: values.onePerCustomer,
    combinability: values.combinability === 'Preferential' ? 'PREFERENTIAL' : 'UNRESTRICTED',
    detailPage: values.detailPage,
  });
}

const spoken = ['aria-label', 'label', 'text', 'value'];

/** Replaces whole labels, in texts and in the attributes that speak. */
export function translate(root: Element, words: ReadonlyMap<string, string>): void {
  if (words.size === 0) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const said = words.get((node.nodeValue ?? '').trim());
    if (said !== undefined) node.nodeValue = said;
  }
  for (const el of root.querySelectorAll('*'))
    for (const name of spoken) {
      const said = words.get(el.getAttribute(name) ?? '');
      if (said !== undefined && (name !== 'value' || el.matches('[type=submit]')))
        el.setAttribute(name, said);
    }
}
