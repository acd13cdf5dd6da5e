import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marketplace } from '../../../src/domain/marketplaces';
import type { NamedThing } from '../../../src/domain/reading';
import { asItStands } from '../../../src/page/values/text';
import { account, type Context } from '../../seller-central/context';
import { type Draft, freshDraft } from '../../seller-central/draft';
import { claimCodesPage } from '../../seller-central/pages/claim-codes';
import { formPage } from '../../seller-central/pages/form';
import { reviewPage } from '../../seller-central/pages/review';
import { viewPage } from '../../seller-central/pages/view';
import { addPromotion } from '../../seller-central/state';
import { type Words, wordsFor } from '../../seller-central/words';
import * as shapes from '../forms';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const now = Date.parse('2026-11-23T20:00:00Z');

function context(words: Words): Context {
  return {
    url: new URL('https://sellercentral.amazon.com/promotions/new'),
    state: { promotions: [], offers: new Map(), token: 't' },
    store: marketplace('US'),
    account,
    words,
    now,
    id: (guess) => guess,
  };
}

const draft = (more: Partial<Draft> = {}) => ({
  ...freshDraft('PERCENTAGE_OFF', marketplace('US'), now),
  ...more,
});

/** Each thing with the word of the replica that says it. */
const said = {
  claimCode: 'claimCode',
  discount: 'buyerGets',
  onePerCustomer: 'onePerCustomer',
  combinability: 'combinability',
  productSelection: 'purchasedItems',
  detailPage: 'detailPage',
  appliesTo: 'appliesTo',
  minimum: 'buyerPurchases',
  tiers: 'tiers',
  start: 'startDate',
  end: 'endDate',
  trackingId: 'trackingId',
  internalDescription: 'internalDescription',
  singleUse: 'singleUse',
  group: 'group',
  none: 'none',
  preferential: 'preferential',
  unrestricted: 'unrestricted',
  percentOff: 'percentOff',
  atLeastQuantity: 'quantityAtLeast',
  purchasedItems: 'purchasedItems',
  entireCatalog: 'entireCatalog',
} as const satisfies Partial<Record<NamedThing, keyof Words>>;

const things = Object.keys(said) as (keyof typeof said)[];
const wanted = (words: Words, which: readonly (keyof typeof said)[] = things) =>
  Object.fromEntries(which.map((thing) => [thing, words[said[thing]]]));

describe.each(['en_US', 'de_DE', 'ja_JP'])('the names on a page in %s', (locale) => {
  const words = wordsFor(locale);

  it('are those of the form, in its own letters', async () => {
    const html = formPage(context(words), draft());
    expect(await reader.names(html, things)).toEqual(wanted(words));
    // What is not offered has no name here.
    expect((await reader.names(html, ['exclusive', 'maxOrderQuantity'])).exclusive).toBe('');
  });

  it('are those of the summary at Review, with the button that submits', async () => {
    const html = reviewPage(context(words), draft({ claimCode: 'GROUP', groupCode: 'GARLIC2026' }), null);
    const url = 'https://sellercentral.amazon.com/promotions/new/preview';
    const labels = things.slice(0, things.indexOf('tiers'));
    expect(await reader.names(html, [...labels, 'group', 'submit', 'create'], url)).toEqual({
      ...wanted(words, labels),
      group: words.group,
      submit: words.submit,
      create: '',
    });
  });

  it('are those of the buttons where codes are made', async () => {
    const ctx = context(words);
    const promotion = addPromotion(ctx.state, ctx.store, draft({ claimCode: 'SINGLE_USE' }), now);
    const view = await reader.names(
      viewPage(ctx, promotion),
      ['manageCodes', 'create'],
      `https://sellercentral.amazon.com/promotions/view?promotionId=${promotion.id}`,
    );
    expect(view).toEqual({ manageCodes: words.manageCodes, create: '' });
    const codes = await reader.names(
      claimCodesPage(ctx, promotion),
      ['create', 'submit'],
      `https://sellercentral.amazon.com/promotions/claim-codes?promotionId=${promotion.id}`,
    );
    expect(codes).toEqual({ create: words.create, submit: '' });
  });
});

it.each(shapes.layouts)('a form drawn as %s names its settings and choices', async (layout) => {
  const shouted = shapes.formPage(layout).replaceAll('Claim Code Combinability', 'CLAIM CODE Combinability');
  expect(
    await reader.names(shouted, ['combinability', 'onePerCustomer', 'trackingId', 'singleUse', 'appliesTo']),
  ).toEqual({
    combinability: 'CLAIM CODE Combinability',
    onePerCustomer: 'One redemption per customer',
    trackingId: 'Tracking ID',
    singleUse: 'Single-use',
    appliesTo: 'Applies to',
  });
});

describe('a page that says more than a name', () => {
  const form = (from: string, to: string) => shapes.formPage('aui').replaceAll(from, to);
  const label = (text: string) => `>${text}</label>`;

  it('is cut to the name', async () => {
    const help = label('Tracking ID * (7GM3-ABC234-XYZ234)');
    expect(await reader.names(form(label('Tracking ID'), help), ['trackingId'])).toEqual({
      trackingId: 'Tracking ID',
    });
  });

  it('lends no label to a control found by its id that may be somebody’s', async () => {
    const own = (text: string) =>
      reader.names(formPage(context({ ...wordsFor('en_US'), internalDescription: text }), draft()), [
        'internalDescription',
      ]);
    expect(await own('Notiz zur Aktion')).toEqual({ internalDescription: 'Notiz zur Aktion' });
    for (const text of ['Note 7GM3-ABC234-XYZ234', 'abcd-efghij-klmnop', 'anna@example.com', 'x'.repeat(41)])
      expect(await own(text)).toEqual({ internalDescription: '' });
  });
});

describe('a word as it stands in a text', () => {
  it.each([
    ['Claim Code', 'claim code', 'Claim Code'],
    ['  * CLAIM\n code: * ', 'claim code', 'CLAIM code'],
    ['Single-use (each code once)', 'single-use', 'Single-use'],
    ['Gutschein\u00adcode (optional)', 'gutscheincode', 'Gutscheincode'],
    ['１回限り有効', '1回限り有効', '１回限り有効'],
    ['Claim code help', 'claim code', 'Claim code'],
    ['Claim \u202eCode\u202c\u200b', 'claim code', 'Claim Code'],
    ['My claim code', 'claim code', ''],
    ['', 'claim code', ''],
  ])('“%s”', (text, word, shown) => expect(asItStands(text, word)).toBe(shown));
});
