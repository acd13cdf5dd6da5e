import { describe, expect, it } from 'vitest';
import { type CheckContext, type CheckId, checkIds, judge, tally } from '../../../src/domain/checks';
import { codeShape } from '../../../src/domain/codes/claim-code';
import type { FormReadings, NamedThing, Reading, UnreadReason } from '../../../src/domain/reading';
import { context, good, openedAt, read } from './readings';

function unread(reason: UnreadReason): Reading<never> {
  return { kind: 'unread', reason, target: null };
}

function check(id: CheckId, readings: Partial<FormReadings> = {}, about: Partial<CheckContext> = {}) {
  return judge({ ...good, ...readings }, { ...context, ...about }).results.find((result) => result.id === id);
}

describe('a form filled in well', () => {
  it('passes all but what this page can’t show', () => {
    const { results } = judge(good, context);
    expect(results.map((result) => result.id).sort()).toEqual(
      checkIds.filter((id) => id !== 'budget').sort(),
    );
    expect(
      results.filter((result) => result.state !== 'pass').map((result) => [result.id, result.state]),
    ).toEqual([['max-order-quantity', 'confirm']]);
    expect(tally(results)).toEqual({
      pass: 13,
      fail: 0,
      confirm: 1,
      unreadable: 0,
      folded: 0,
      later: 0,
      ready: true,
    });
  });

  it('is not ready while a setting is folded away, however small', () => {
    const folded = { kind: 'unread', reason: 'folded', target: 1 } as const;
    const { results } = judge({ ...good, detailPage: folded }, context);
    expect(results.find(({ id }) => id === 'detail-page-hidden')?.severity).toBe('warning');
    expect(tally(results)).toMatchObject({ fail: 0, unreadable: 1, folded: 1, ready: false });
    const lost = { kind: 'unread', reason: 'not-found', target: null } as const;
    expect(tally(judge({ ...good, detailPage: lost }, context).results)).toMatchObject({
      folded: 0,
      ready: true,
    });
  });

  it('counts what comes with another line as neither folded away nor wrong yet', () => {
    const hidden = { kind: 'unread', reason: 'folded', target: null } as const;
    const { results } = judge(
      { ...good, claimCode: read('none' as const), combinability: hidden, onePerCustomer: hidden },
      context,
    );
    expect(tally(results)).toMatchObject({ fail: 1, unreadable: 2, later: 2, folded: 0, ready: false });
  });

  it('shows the shapes of both kinds of code, so that they can be told apart', () => {
    const shapes = check('claim-code-single-use')?.why.match(/[•A-Z0-9][•A-Z0-9-]{7,}/g) ?? [];
    expect(shapes.map((shape) => codeShape(shape.replaceAll('•', 'A')))).toEqual(['single-use', 'suspect']);
  });

  it('counts a confirmed line in none of the four', () => {
    const { results } = judge(good, { ...context, maxOrderQuantityConfirmed: '2026-11-20T10:00:00Z' });
    expect(tally(results)).toMatchObject({ pass: 13, confirm: 0 });
    expect(results.find((result) => result.id === 'max-order-quantity')).toMatchObject({
      state: 'confirm',
      confirmed: '2026-11-20T10:00:00Z',
    });
  });
});

type Case = [CheckId, Partial<FormReadings>, string];

const failing: Case[] = [
  ['claim-code-single-use', { claimCode: read('group') }, 'multi-use'],
  ['claim-code-single-use', { claimCode: read('none') }, 'every shopper'],
  ['claim-code-single-use', { claimCode: read('unset') }, ''],
  [
    'percent-off',
    { discount: read({ kind: 'percent', value: 51, text: '51' }) },
    'You can change your limit',
  ],
  ['percent-off', { discount: read({ kind: 'percent', value: 0, text: '0' }) }, ''],
  ['percent-off', { discount: read({ kind: 'percent', value: null, text: '' }) }, ''],
  ['percent-off', { discount: read({ kind: 'percent', value: null, text: 'abc' }) }, ''],
  ['percent-off', { discount: read({ kind: 'amount', value: 5, text: 'amount off 5' }) }, ''],
  ['one-per-customer', { onePerCustomer: read(false) }, ''],
  ['combinability', { combinability: read({ chosen: 'unrestricted', exclusiveOffered: false }) }, 'add up'],
  ['combinability', { combinability: read({ chosen: 'unset', exclusiveOffered: true }) }, 'add up'],
  ['product-selection', { productSelection: read({ kind: 'entire', name: 'Entire catalog' }) }, ''],
  ['product-selection', { productSelection: read({ kind: 'unset', name: '' }) }, ''],
  ['detail-page-hidden', { detailPage: read(true) }, ''],
  ['applies-to', { appliesTo: read('additional') }, ''],
  ['minimum-purchase', { minimum: read({ kind: 'quantity', value: 2, text: '2' }) }, 'must buy 2'],
  ['minimum-purchase', { minimum: read({ kind: 'amount', value: 10, text: '10' }) }, ''],
  ['tiers', { tiers: read(2) }, ''],
  ['start-date', { start: read({ date: '2026-11-22', time: '00:00', text: 'x' }) }, 'past'],
  ['start-date', { start: read({ date: '2026-11-23', time: '15:00', text: 'x' }) }, '4 hours'],
  ['start-date', { start: read({ date: '2026-12-06', time: '00:00', text: 'x' }) }, ''],
  ['start-date', { start: read({ date: null, time: null, text: '' }) }, ''],
  ['end-date', { end: read({ date: '2026-11-24', time: '00:00', text: 'x' }) }, ''],
  ['end-date', { end: read({ date: '2027-01-25', time: '00:00', text: 'x' }) }, ''],
  ['end-date', { end: read({ date: '2026-11-26', time: '00:00', text: 'x' }) }, 'start of that day'],
  ['tracking-id', { trackingId: read('') }, 'For example'],
  ['tracking-id', { trackingId: read('a,b') }, 'comma'],
  ['tracking-id', { trackingId: read('Sommer-Köln') }, 'accented letters'],
  ['internal-description', { internalDescription: read(' ') }, ''],
];

describe('a wrong setting', () => {
  it.each(failing)('%s fails: %o', (id, readings, says) => {
    const result = check(id, readings);
    expect(result?.state).toBe('fail');
    expect(result?.should).not.toBe('');
    expect(`${result?.note} ${result?.why}`).toContain(says);
  });

  it('fails a start that has come too near while the form stood open, but not for filling it in', () => {
    const start = read({ date: '2026-11-23', time: '16:00', text: 'x' });
    const after = (minutes: number) =>
      check('start-date', { start }, { now: openedAt + minutes * 60_000 })?.state;
    expect([after(0), after(20), after(120)]).toEqual(['pass', 'pass', 'fail']);
  });

  it('fails a Tracking ID that another promotion has', () => {
    expect(check('tracking-id', {}, { trackingIdTaken: true })).toMatchObject({
      state: 'fail',
      note: expect.stringMatching(/^Already in use:/),
    });
  });
});

describe('what was not read', () => {
  const keys = Object.keys(good) as (keyof FormReadings)[];
  it.each(keys)('%s unread never passes anything that rests on it', (key) => {
    const { results } = judge({ ...good, [key]: unread('not-found') }, context);
    const unreadable = results.filter((result) => result.state === 'unreadable');
    expect(unreadable.length).toBeGreaterThan(0);
    expect(unreadable.every((result) => result.reason !== null)).toBe(true);
    const blocked = unreadable.some((result) => result.severity === 'blocker');
    expect(tally(results).ready).toBe(!blocked);
  });

  it('is never ready with nothing read', () => {
    const nothing = Object.fromEntries(
      keys.map((key) => [key, unread('not-found')]),
    ) as unknown as FormReadings;
    const { results } = judge(nothing, context);
    expect(tally(results)).toMatchObject({ pass: 0, ready: false });
  });

  it('judges no date without knowing the store’s clock', () => {
    expect(check('start-date', {}, { marketplace: null })?.state).toBe('unreadable');
    expect(check('end-date', {}, { marketplace: null })?.state).toBe('unreadable');
  });
});

describe('the kind of page and promotion', () => {
  it('leaves out what makes no sense for Social Media codes, and says how many', () => {
    const { results, notApplicable } = judge(good, { ...context, kind: 'social' });
    expect(results.some((result) => result.id === 'claim-code-single-use')).toBe(false);
    // A budget that the form doesn't have is no check left out.
    expect(results.length + notApplicable.length).toBe(checkIds.length - 1);
    expect(results.find((result) => result.id === 'one-per-customer')?.severity).toBe('blocker');
  });

  it('makes one-per-customer and the detail page blockers once the code is multi-use', () => {
    expect(check('one-per-customer')?.severity).toBe('warning');
    expect(check('one-per-customer', { claimCode: read('group') })?.severity).toBe('blocker');
    expect(check('detail-page-hidden', { claimCode: read('none') })?.severity).toBe('blocker');
  });

  it('judges on an edit form only what can still be edited', () => {
    const { results, fixed } = judge(
      { ...good, claimCode: unread('not-found'), discount: unread('not-found') },
      { ...context, page: 'edit' },
    );
    expect(fixed).toEqual(['claim-code-single-use', 'percent-off']);
    expect(results.some((result) => fixed.includes(result.id))).toBe(false);
  });
});

describe('a reading that rests on words nobody has confirmed', () => {
  const guessed: FormReadings['claimCode'] = {
    kind: 'read',
    value: 'single-use',
    evidence: { signals: ['label'], label: 'gutscheincode', unverified: ['gutscheincode'] },
    target: 1,
  };

  it('is for the seller to confirm, by name, and never ready', () => {
    const { results } = judge({ ...good, claimCode: guessed }, context);
    const line = results.find((result) => result.id === 'claim-code-single-use');
    expect(line).toMatchObject({ state: 'confirm', unverified: ['gutscheincode'] });
    expect(line?.note).toContain('“gutscheincode”');
    expect(tally(results).ready).toBe(false);
  });

  it('is no mistake for sure either', () => {
    const wrong: FormReadings['claimCode'] = { ...guessed, value: 'group' };
    expect(check('claim-code-single-use', { claimCode: wrong })?.state).toBe('confirm');
  });

  it('does not make other checks milder', () => {
    expect(check('one-per-customer', { claimCode: guessed })?.severity).toBe('blocker');
  });

  it('passes once the seller confirmed the word for this check', () => {
    const confirmedWords = new Set(['claim-code-single-use gutscheincode']);
    expect(check('claim-code-single-use', { claimCode: guessed }, { confirmedWords })?.state).toBe('pass');
  });
});

describe('the page’s own names', () => {
  const german: Partial<Record<NamedThing, string>> = {
    claimCode: 'Gutscheincode',
    singleUse: 'Einmalig verwendbar',
    group: 'Gruppe',
    discount: 'Käufer erhält',
    percentOff: 'Prozent Rabatt',
    combinability: 'Kombinierbarkeit',
    preferential: 'Bevorzugt',
    unrestricted: 'Uneingeschränkt',
    exclusive: 'Exklusiv',
    appliesTo: 'Gilt für',
    purchasedItems: 'Gekaufte Artikel',
    productSelection: 'Gekaufte Artikel',
    entireCatalog: 'Gesamter Katalog',
    minimum: 'Käufer erwirbt',
    atLeastQuantity: 'Mindestens diese Artikelanzahl',
    maxOrderQuantity: '',
  };
  const names = (thing: NamedThing) => german[thing] ?? '';
  const wrong: Partial<FormReadings> = {
    claimCode: read('group'),
    discount: read({ kind: 'percent', value: null, text: 'x' }),
    combinability: read({ chosen: 'unrestricted', exclusiveOffered: true }),
    appliesTo: read('additional'),
    productSelection: read({ kind: 'entire', name: 'Gesamter Katalog' }),
    minimum: read({ kind: 'unset', value: null, text: '' }),
  };

  it.each<[CheckId, Record<string, unknown>]>([
    [
      'claim-code-single-use',
      { label: 'Gutscheincode', have: 'Gruppe (multi-use)', should: 'Einmalig verwendbar' },
    ],
    ['percent-off', { label: 'Käufer erhält', should: 'Prozent Rabatt, 1% to 50%' }],
    [
      'combinability',
      { label: 'Kombinierbarkeit', have: 'Uneingeschränkt', should: 'Exklusiv or Bevorzugt' },
    ],
    ['applies-to', { label: 'Gilt für', have: 'Additional item', should: 'Gekaufte Artikel' }],
    ['product-selection', { label: 'Gekaufte Artikel', have: 'Gesamter Katalog' }],
    ['minimum-purchase', { label: 'Käufer erwirbt', should: 'Mindestens diese Artikelanzahl: 1' }],
    ['tiers', { label: 'Tiers' }],
    ['max-order-quantity', { label: 'Max Order Quantity' }],
  ])('stand in the line of %s, and Amazon’s English ones where it has none', (id, line) => {
    expect(check(id, wrong, { names })).toMatchObject(line);
  });

  it('stand in the reason and the notes', () => {
    expect(check('combinability', wrong, { names })?.why).toMatch(/^With Uneingeschränkt, a shopper/);
    const stricter = { combinability: read({ chosen: 'preferential' as const, exclusiveOffered: true }) };
    expect(check('combinability', stricter, { names })?.note).toMatch(/^Exklusiv is stricter/);
    expect(check('combinability', stricter)?.note).toMatch(/^Exclusive is stricter/);
  });
});
