// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Desk } from '../../src/actions/desk/desk';
import { localPool } from '../../src/actions/local-pool';
import type { ProofDraft } from '../../src/domain/proof';
import {
  backupLines,
  type Db,
  holdNext,
  issueNext,
  keepDrafted,
  learnFromAmazon,
  planRestore,
  readBackup,
  restoreBackup,
  type ShownOnAmazon,
  updatePromotion,
} from '../../src/ledger';
import { Popup } from '../../src/popup/Popup';
import { browser, done, forget } from '../actions/fake-platform';
import { eventually } from '../eventually';
import { codes, freshLedger, importCodes, promotion } from '../ledger/helpers';

vi.mock('../../src/platform/native', async () => ({
  browser: (await import('../actions/fake-platform')).browser,
}));
vi.mock('../../src/platform/browser', async () => ({
  browser: (await import('../actions/fake-platform')).browser,
}));
vi.mock('../../src/platform/clipboard', async () => ({
  copyText: (await import('../actions/fake-platform')).copyText,
}));
vi.mock('../../src/platform/download', async () => ({
  downloadText: (await import('../actions/fake-platform')).downloadText,
}));

let db: Db;
let stop = () => {};
const list = codes(10);
const drafted: ProofDraft = {
  id: 'd1',
  account: null,
  marketplace: 'US',
  kind: 'percentage-off',
  trackingId: 'T-1',
  amazonId: null,
  name: '',
  accepted: null,
  form: null,
  review: null,
  marks: [],
  details: { claimCode: 'single-use', percentOff: 20, start: null, end: null, selection: null },
};

async function open(): Promise<void> {
  const desk = new Desk(localPool(db));
  stop = desk.start();
  await desk.recallLastCode();
  render(<Popup desk={desk} pool={localPool(db)} keepOpen={null} />, document.body);
}

function close(): void {
  stop();
  render(null, document.body);
}

function one<Kind extends HTMLElement = HTMLElement>(selector: string): Kind {
  const found = document.querySelectorAll<Kind>(selector);
  if (found.length !== 1) throw new Error(`${found.length} of ${selector} in ${document.body.innerHTML}`);
  return found[0] as Kind;
}

function counts(name: string): Record<string, string | undefined> {
  const all = one(`[data-promotion="${name}"]`).querySelectorAll<HTMLElement>('[data-count]');
  return Object.fromEntries([...all].map((each) => [each.dataset.count, each.dataset.value]));
}

const test = (id: string) => `[data-promotion="Garlic-IG-01"] [data-testid="${id}"]`;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const shown = () => document.querySelector('[data-testid="issued-code"]')?.textContent ?? null;

beforeEach(async () => {
  forget();
  db = await freshLedger();
});
afterEach(close);

describe('an empty popup', () => {
  it('says what to do first, and shows no numbers', async () => {
    await open();
    expect(document.body.textContent).toContain('No codes here yet');
    expect(document.querySelector('[data-count]')).toBeNull();
    one('button.door').click();
    await eventually(() => expect(document.body.textContent).toContain('Manage claim codes'));
    one('a.door').click();
    await eventually(() => expect(done.tabs).toEqual(['chrome-extension://id/src/workspace/index.html#/']));
  });
});

describe('a popup whose codes the browser lost', () => {
  it('says so instead of beginning anew, until that was seen to', async () => {
    await importCodes(db, list);
    await open();
    close();
    db = await freshLedger();
    await open();
    expect(one('[data-testid="lost-codes"]').textContent).toMatch(
      /this browser had 10 codes.*there are none/,
    );
    expect(document.body.textContent).not.toContain('No codes here yet');
    one('[data-testid="lost-codes"] button').click();
    await eventually(() => expect(document.body.textContent).toContain('No codes here yet'));
    expect(document.querySelector('[data-testid="lost-codes"]')).toBeNull();
  });
});

describe('a promotion just submitted', () => {
  const at = new Date().toISOString();
  const submitted = { ...drafted, name: 'Garlic-IG-01', marks: [{ step: 'submit', at, overridden: [] }] };

  it('says what comes next, until its codes are here', async () => {
    await browser.storage.local.set({ 'draft |US|t T-1': submitted });
    await open();
    expect(one('[data-testid="submitted"]').textContent).toMatch(
      /Garlic-IG-01.*Next: open the promotion, then click Manage claim codes\./,
    );
    await importCodes(db, list, { into: promotion({ trackingId: 'T-1' }) });
    await eventually(() => one('[data-promotion="Garlic-IG-01"]'));
    expect(document.querySelector('[data-testid="submitted"]')).toBeNull();
  });

  it('appears in a popup that stands open', async () => {
    await open();
    await browser.storage.local.set({ 'draft |US|t T-1': submitted });
    await eventually(() => one('[data-testid="submitted"]'));
  });
});

describe('a promotion without codes', () => {
  it('says how to get them; there is nothing to press but what gets them', async () => {
    await keepDrafted(db, {
      account: null,
      marketplace: 'US',
      seen: {
        amazonId: 'A1',
        trackingId: 'T-1',
        name: 'Garlic-IG-01',
        percentOff: 20,
        start: null,
        end: null,
      },
      drafts: [drafted],
    });
    await open();
    expect(counts('Garlic-IG-01')).toMatchObject({ total: '0', available: '0' });
    expect(one(test('not-captured')).textContent).toContain('Manage claim codes');
    expect(one(test('issue-next')).textContent).toBe('No codes to give out yet');
    expect(one<HTMLButtonElement>(test('issue-next')).disabled).toBe(true);
    for (const name of ['give-out-several', 'mark-used', 'export-unissued', 'export-history'])
      expect(document.querySelector(test(name))).toBeNull();
  });
});

describe('what is to be seen to before the first code', () => {
  it('stands open on the card until one goes out, then folded', async () => {
    await importCodes(db, list);
    await open();
    const stake = () => one<HTMLDetailsElement>('[data-promotion="Garlic-IG-01"] details.cc-stake');
    expect(stake().open).toBe(true);
    expect(stake().querySelector('summary')?.textContent).toBe(
      'Possible loss: price unknown · 3 checks to do first',
    );
    one(test('issue-next')).click();
    await eventually(() => expect(shown()).toContain(list[0]));
    expect(stake().open).toBe(false);
    expect(stake().querySelector('summary')?.textContent).toMatch(/· 3 checks open$/);
  });
});

describe('a popup with codes', () => {
  beforeEach(async () => {
    await importCodes(db, list);
  });

  it('tells what was given out today, by whom', async () => {
    const promotionId = (await db.getAll('promotions'))[0]?.id ?? '';
    await issueNext(db, promotionId, 1, { to: 'Anna', channel: '', note: '', by: 'Mia' });
    await open();
    await eventually(() =>
      expect(one('[data-testid="today"]').textContent).toBe('Today: 1 given out by Mia'),
    );
  });

  it('shows every number, and "not counted yet" for orders', async () => {
    await open();
    expect(counts('Garlic-IG-01')).toMatchObject({
      total: '10',
      available: '10',
      issued: '0',
      redeemed: '0',
      void: '0',
    });
    expect(one('[data-count="redeemed"]').dataset.known).toBe('false');
    expect(one('[data-count="redeemed"]').textContent).toContain('not counted yet');
    expect(document.body.textContent).toContain('End date not known');
  });

  it('holds no code until one is given out, then that one alone', async () => {
    await open();
    expect(list.some((code) => document.body.innerHTML.includes(code))).toBe(false);
    one<HTMLInputElement>(test('give-to')).value = 'Anna';
    one(test('give-to')).dispatchEvent(new Event('input', { bubbles: true }));
    one(test('issue-next')).click();
    await eventually(() => expect(shown()).toBe(list[0]));
    expect(done.copied).toEqual([list[0]]);
    expect(counts('Garlic-IG-01')).toMatchObject({ available: '9', issued: '1' });
    expect(one(test('undo-issue')).textContent).toContain('to Anna');
    expect(one<HTMLInputElement>(test('give-to')).value).toBe('');
    one(test('issue-next')).click();
    await eventually(() => expect(shown()).toBe(list[1]));
    expect(document.body.innerHTML).not.toContain(list[0]);
    close();
    await open();
    expect(shown()).toBe(list[1]);
  });

  it('takes the second half of a double click for no second wish', async () => {
    await open();
    one(test('issue-next')).dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }),
    );
    one(test('issue-next')).dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }),
    );
    await eventually(() => expect(shown()).toBe(list[0]));
    one(test('undo-issue')).click();
    await eventually(() => one(test('undo-unseen')));
    // Nothing changes before it is answered.
    expect(counts('Garlic-IG-01')).toMatchObject({ available: '9', issued: '1' });
    one(test('undo-unseen')).click();
    await eventually(() => expect(document.body.textContent).toContain('It goes to the end of the line.'));
    expect(done.copied).toHaveLength(1);
    expect(shown()).toBeNull();
  });

  it('follows what another window does', async () => {
    await open();
    const other = await issueNext(db, await firstId(), 4, { to: '', channel: '', note: '', by: '' });
    await eventually(() => expect(counts('Garlic-IG-01')).toMatchObject({ issued: '4' }));
    expect(other.codes.some((code) => document.body.innerHTML.includes(code))).toBe(false);
  });

  it('says how many are left when too many are wanted', async () => {
    await open();
    one(test('give-out-several')).click();
    await eventually(() => one(test('several-count')));
    const field = one<HTMLInputElement>(test('several-count'));
    field.value = '11';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    one(test('several-confirm')).click();
    await eventually(() => expect(document.body.textContent).toContain('Only 10 codes left'));
    expect(done.downloads).toEqual([]);
  });

  it('offers to count an exported list as given out', async () => {
    await open();
    one(test('export-unissued')).click();
    await eventually(() =>
      expect(document.body.textContent).toContain('These 10 codes are still left in your list'),
    );
    expect(counts('Garlic-IG-01')).toMatchObject({ available: '10' });
    one(test('give-out-exported')).click();
    await eventually(() => expect(counts('Garlic-IG-01')).toMatchObject({ available: '0', issued: '10' }));
    expect(one<HTMLButtonElement>(test('issue-next')).disabled).toBe(true);
  });

  it('folds the other promotions to rows with the same numbers, which open', async () => {
    await importCodes(db, codes(3, 'BBBB'), {
      into: promotion({ name: 'Peeler', end: '2020-01-01T00:00:00.000Z' }),
    });
    await issueNext(db, await firstId('Garlic-IG-01'), 1, { to: '', channel: '', note: '', by: '' });
    await open();
    expect(counts('Peeler')).toMatchObject({
      total: '3',
      available: '3',
      issued: '0',
      redeemed: '0',
      void: '0',
    });
    one('[data-promotion="Peeler"] [data-testid="promotion-open"]').click();
    await eventually(() => one('[data-promotion="Peeler"] [data-testid="issue-next"]'));
    await eventually(() => expect(document.activeElement?.textContent).toBe('Peeler'));
    expect(one('[data-promotion="Peeler"]').textContent).toContain('codes no longer work');
    one('[data-promotion="Garlic-IG-01"] [data-testid="promotion-open"]');
  });

  it('finds a person, with the code shortened', async () => {
    await issueNext(db, await firstId(), 1, { to: 'Bert', channel: '', note: '', by: '' });
    await issueNext(db, await firstId(), 1, { to: 'Anna', channel: '', note: '', by: '' });
    await open();
    const field = one<HTMLInputElement>('[data-testid="find-code"]');
    field.value = 'bert';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await eventually(() => expect(one('[data-testid="find-results"]').textContent).toContain('Bert'));
    expect(document.body.innerHTML).not.toContain(list[0]);
    one('[data-testid="found-copy"]').click();
    await eventually(() => expect(done.copied.at(-1)).toBe(list[0]));
    await eventually(() => expect(one('[data-testid="find-results"]').textContent).toContain('Copied'));
    one('[data-testid="found-copy"]').focus();
    const pressed = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(pressed);
    expect(pressed.defaultPrevented, 'or the popup would close').toBe(true);
    await eventually(() => expect(document.querySelector('[data-testid="find-results"]')).toBeNull());
    expect(document.activeElement).toBe(field);
  });

  it('copies no code that is left: it would go out without being counted', async () => {
    await open();
    const field = one<HTMLInputElement>('[data-testid="find-code"]');
    field.value = list[3] ?? '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await eventually(() =>
      expect(one('[data-testid="find-results"]').textContent).toContain('not given out yet'),
    );
    expect(document.querySelector('[data-testid="found-copy"]')).toBeNull();
  });
});

async function firstId(name?: string): Promise<string> {
  const { listPromotions } = await import('../../src/ledger');
  const all = await listPromotions(db);
  const found = all.find((each) => !name || each.promotion.name === name);
  if (!found) throw new Error('no promotion');
  return found.promotion.id;
}

describe('codes on hold', () => {
  it('are left again once their time is over', async () => {
    const { promotionId } = await importCodes(db, list);
    const about = { to: 'Mia', note: '', by: '' };
    await holdNext(db, promotionId, 3, { ...about, until: new Date(Date.now() - 1000) });
    await holdNext(db, promotionId, 2, { ...about, until: new Date(Date.now() + 3_600_000) });
    await open();
    await eventually(() => expect(counts('Garlic-IG-01').available).toBe('8'));
  });
});

describe('several promotions', () => {
  const names = (list: string) =>
    [...document.querySelectorAll<HTMLElement>(`[aria-label="${list}"] [data-promotion]`)].map(
      (each) => each.dataset.promotion,
    );

  it('stand ending soonest first, those without a known end after them, ended ones folded', async () => {
    const ends = { Late: inDays(20), Unknown: null, Soon: inDays(2), Over: inDays(-2), Longer: inDays(-9) };
    for (const [at, [name, end]] of Object.entries(ends).entries())
      await importCodes(db, codes(2, `${at}BBB`.replace(/0/, 'Z').replace(/1/, 'Y')), {
        into: promotion({ name, trackingId: null, end }),
      });
    await importCodes(db, codes(2, 'CCCC'), { into: promotion({ name: 'Used', trackingId: null }) });
    await issueNext(db, await firstId('Used'), 1, { to: '', channel: '', note: '', by: '' });
    await open();
    expect(document.querySelector('.cc-card-name')?.textContent).toBe('Used');
    expect(names('Other promotions')).toEqual(['Soon', 'Late', 'Unknown']);
    expect(names('Ended promotions')).toEqual(['Over', 'Longer']);
    expect(one<HTMLDetailsElement>('.cc-ended').open).toBe(false);
    expect(one('.cc-ended summary').textContent).toBe('2 ended');
  });

  it('tell of a giveaway that is stopped also where another one is open', async () => {
    const { promotionId } = await importCodes(db, codes(5, 'DDDD'), {
      into: promotion({ name: 'Finished', trackingId: null, end: inDays(9) }),
    });
    await issueNext(db, promotionId, 2, { to: '', channel: '', note: '', by: '' });
    await updatePromotion(db, promotionId, { givingEnded: inDays(-1) });
    await importCodes(db, codes(2, 'CCCC'), { into: promotion({ name: 'Used', trackingId: null }) });
    // The one used last is the one of the later millisecond.
    await new Promise((resolve) => setTimeout(resolve, 5));
    await issueNext(db, await firstId('Used'), 1, { to: '', channel: '', note: '', by: '' });
    await open();
    expect(document.querySelector('.cc-card-name')?.textContent).toBe('Used');
    expect(one('[data-promotion="Finished"]').textContent).toContain(
      'Giveaway stopped, up to 2 codes still work',
    );
  });
});

describe('codes that a backup brought', () => {
  it('are told first, and released with one click', async () => {
    const source = await freshLedger();
    await importCodes(source, list);
    const backup = await readBackup((await backupLines(source)).lines);
    await restoreBackup(db, await planRestore(db, backup, '2026-05-03T20:00:00.000Z'), '');
    await open();
    expect(one('[data-testid="held-by-copy"]').textContent).toMatch(
      /^10 codes are on hold because they may have been given out since May 3/,
    );
    one('[data-testid="release-held"]').click();
    await eventually(() => expect(counts('Garlic-IG-01')).toMatchObject({ available: '10', held: '0' }));
    expect(document.querySelector('[data-testid="held-by-copy"]')).toBeNull();
  });
});

describe('the channel', () => {
  const channel = () => one<HTMLInputElement>(`.cc-card [data-testid="give-channel"]`);
  async function type(text: string): Promise<void> {
    channel().value = text;
    channel().dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  it('is remembered with its promotion, and never carried to another', async () => {
    await importCodes(db, codes(3, 'BBBB'), { into: promotion({ name: 'Other', trackingId: null }) });
    const { promotionId } = await importCodes(db, list);
    await issueNext(db, promotionId, 1, { to: '', channel: 'Instagram', note: '', by: '' });
    await open();
    expect(channel().value).toBe('Instagram');
    one('[data-promotion="Other"] [data-testid="promotion-open"]').click();
    await eventually(() => expect(document.querySelector('.cc-card-name')?.textContent).toBe('Other'));
    expect(channel().value).toBe('');
    one('.cc-card [data-testid="issue-next"]').click();
    await eventually(() => expect(shown()).not.toBeNull());
    one('[data-promotion="Garlic-IG-01"] [data-testid="promotion-open"]').click();
    await eventually(() => expect(channel().value).toBe('Instagram'));
  });

  it('is warned of where it is Amazon’s own messages', async () => {
    await importCodes(db, list);
    await open();
    const warning = () => document.querySelector('[data-testid="give-buyer-messages"]');
    expect(warning()).toBeNull();
    await type('Amazon buyer messages');
    await eventually(() => expect(warning()?.textContent).toMatch(/^Amazon forbids promotions and coupons/));
    await type('Instagram');
    await eventually(() => expect(warning()).toBeNull());
  });
});

describe('a promotion whose giving out is stopped', () => {
  const learn = (shown: Partial<ShownOnAmazon>) =>
    learnFromAmazon(db, {
      account: null,
      marketplace: 'US',
      shown: [{ amazonId: null, trackingId: 'T-1', status: null, start: null, end: null, ...shown }],
    });

  it('gives out nothing, by one click or by Amazon’s word, until the seller goes on', async () => {
    await importCodes(db, list, { into: promotion({ trackingId: 'T-1', end: inDays(9) }) });
    await open();
    const gone = () => document.querySelector(test('issue-next')) === null;
    one(test('give-away-over')).click();
    await eventually(() => expect(gone()).toBe(true));
    expect(document.querySelector(test('give-out-several'))).toBeNull();
    one(test('go-on')).click();
    await eventually(() => expect(gone()).toBe(false));
    await learn({ status: 'ended' });
    await eventually(() => expect(gone()).toBe(true));
    expect(one(test('over-notice')).textContent).toMatch(
      /Amazon shows this promotion as ended \(seen .+\)\./,
    );
    expect(one('.cc-validity').textContent).toMatch(/^Ended on Amazon: codes may still work until /);
    one(test('go-on')).click();
    await eventually(() => expect(gone()).toBe(false));
    expect(one('.cc-validity').textContent).toMatch(/^Codes work until/);
  });

  it('is not the one that the popup opens on', async () => {
    await importCodes(db, codes(2, 'BBBB'), { into: promotion({ name: 'Live', trackingId: null }) });
    const { promotionId } = await importCodes(db, list, { into: promotion({ trackingId: 'T-1' }) });
    await issueNext(db, promotionId, 1, { to: '', channel: '', note: '', by: '' });
    await open();
    expect(document.querySelector('.cc-card-name')?.textContent).toBe('Garlic-IG-01');
    close();
    await updatePromotion(db, promotionId, { givingEnded: inDays(0) });
    await open();
    expect(document.querySelector('.cc-card-name')?.textContent).toBe('Live');
  });

  it('says what Amazon’s new dates were before', async () => {
    await importCodes(db, list, { into: promotion({ trackingId: 'T-1', end: '2036-12-11T07:59:00.000Z' }) });
    await open();
    await learn({ end: '2036-12-05T07:59:00.000Z' });
    await eventually(() =>
      expect(one(test('new-dates')).textContent).toMatch(/It ends Dec 4, 2036.+, not Dec 10, 2036/),
    );
    one(test('dates-ok')).click();
    await eventually(() => expect(document.querySelector(test('new-dates'))).toBeNull());
    expect(one('.cc-validity').textContent).toContain('Dec 4');
  });
});

describe('an archived promotion', () => {
  it('is not shown, though it gave out a code last; where all are archived, the way to them is', async () => {
    const { promotionId } = await importCodes(db, list);
    await issueNext(db, promotionId, 1, { to: '', channel: '', note: '', by: '' });
    const onion = await importCodes(db, codes(3, 'BBBB'), { into: promotion({ name: 'Onion' }) });
    const archived = new Date().toISOString();
    await updatePromotion(db, promotionId, { archived });
    await open();
    expect(document.querySelector('.cc-card-name')?.textContent).toBe('Onion');
    expect(document.querySelectorAll('[data-promotion]')).toHaveLength(1);
    await updatePromotion(db, onion.promotionId, { archived });
    await eventually(() => expect(document.querySelectorAll('[data-promotion]')).toHaveLength(0));
    expect(document.body.textContent).toContain('All your promotions are archived.');
    expect(one('main > .cc-hint > a').getAttribute('href')).toContain('#/promotions');
    const putAway = '[data-testid="put-away"]';
    expect(one(putAway).textContent).toContain('Onion was archived in another window');
    one(`${putAway} button`).click();
    await eventually(() => expect(document.querySelector('.cc-card-name')?.textContent).toBe('Onion'));
    expect(document.querySelector(putAway)).toBeNull();
  });
});

describe('a popup with a damaged promotion', () => {
  it('shows the others, says what is wrong with that one and what is safe to do', async () => {
    const { promotionId } = await importCodes(db, list);
    await importCodes(db, codes(3, 'BBBB'), { into: promotion({ name: 'Onion' }) });
    const { createdAt: _, ...row } = (await db.get('promotions', promotionId))!;
    await db.put('promotions', row as never);
    await open();
    expect(counts('Onion')).toMatchObject({ available: '3' });
    const told = one('[data-testid="damaged"]');
    expect(told.dataset.damaged).toBe('Garlic-IG-01');
    expect(told.textContent).toContain('`createdAt` is missing');
    one('[data-testid="export-readable"]').click();
    await eventually(() => expect(told.textContent).toContain('Saved 10 codes as'));
    expect(await done.downloads[0]?.text).toContain(list[9]);
  });

  it('shows all where the block of the code given out last is lost, and says so', async () => {
    const { promotionId } = await importCodes(db, list);
    await issueNext(db, promotionId, 1, { to: '', channel: '', note: '', by: '' });
    await db.delete('blocks', [1, 0]);
    await open();
    expect(counts('Garlic-IG-01')).toMatchObject({ available: '9', issued: '1' });
    expect(shown()).toBeNull();
    one(test('issue-next')).click();
    await eventually(() => expect(document.body.textContent).toContain('are damaged: they are missing'));
    expect(counts('Garlic-IG-01')).toMatchObject({ available: '9', issued: '1' });
  });
});
