import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Desk } from '../../../src/actions/desk/desk';
import { localPool } from '../../../src/actions/local-pool';
import { type Db, issueNext, updatePromotion } from '../../../src/ledger';
import { codes, freshLedger, importCodes } from '../../ledger/helpers';
import { browser, forget } from '../fake-platform';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../fake-platform')).browser,
}));
vi.mock('../../../src/platform/clipboard', async () => ({
  copyText: (await import('../fake-platform')).copyText,
}));
vi.mock('../../../src/platform/download', async () => ({
  downloadText: (await import('../fake-platform')).downloadText,
}));

const somebody = { to: 'Anna', channel: '', note: '', by: '' };
const list = codes(20);
let db: Db;
let id: string;

/** What a view of this ledger finds missing. */
async function found(ledger: Db) {
  const desk = new Desk(localPool(ledger));
  await desk.refresh();
  return desk.state.lost;
}

beforeEach(async () => {
  forget();
  db = await freshLedger();
  id = (await importCodes(db, list)).promotionId;
  expect(await found(db)).toBeNull();
});

describe('a ledger that the browser lost', () => {
  it('is told by every view, with how much was there, until the seller has seen to it', async () => {
    const empty = await freshLedger();
    expect(await found(empty)).toMatchObject({ codes: 20, here: 0 });
    const desk = new Desk(localPool(empty));
    await desk.refresh();
    expect(await found(empty)).toMatchObject({ codes: 20, here: 0 });
    await desk.goOnWithout();
    expect(desk.state.lost).toBeNull();
    expect(await found(empty)).toBeNull();
  });

  it('is told also where an older one came back', async () => {
    const older = await freshLedger();
    await importCodes(older, list);
    await issueNext(db, id, 1, somebody);
    expect(await found(db)).toBeNull();
    expect(await found(older)).toMatchObject({ codes: 20, here: 20 });
  });

  it('is still told after codes were added to what is left of it', async () => {
    await issueNext(db, id, 1, somebody);
    await found(db);
    const empty = await freshLedger();
    await importCodes(empty, list);
    expect(await found(empty)).toMatchObject({ codes: 20 });
  });
});

describe('nothing is missing', () => {
  it('in a ledger that moves on while it is looked at', async () => {
    const desk = new Desk(localPool(db));
    const other = new Desk(localPool(db));
    for (let i = 0; i < 10; i++) {
      await Promise.all([desk.giveNext(id, { to: '', channel: '' }), other.refresh(), desk.refresh()]);
      expect([desk.state.lost, other.state.lost]).toEqual([null, null]);
    }
  });

  it('after an act that changes no code', async () => {
    await updatePromotion(db, id, { name: 'Garlic-2' });
    expect(await found(db)).toBeNull();
  });

  it('in a ledger that never had a code', async () => {
    forget();
    const empty = await freshLedger();
    expect(await found(empty)).toBeNull();
    expect(await found(await freshLedger())).toBeNull();
  });

  it('where what is remembered makes no sense', async () => {
    for (const value of [null, 'x', { revision: 5 }, { revision: '5', codes: 3, at: 1 }]) {
      await browser.storage.local.set({ 'ledger-witness': value });
      expect(await found(await freshLedger())).toBeNull();
    }
  });
});
