import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cardState } from '../../../src/actions/desk/card-acts';
import { Desk } from '../../../src/actions/desk/desk';
import { localPool } from '../../../src/actions/local-pool';
import { type Db, issueNext, listIssuances, listPromotions, updatePromotion } from '../../../src/ledger';
import { loadSettings, saveSettings } from '../../../src/stored/settings';
import { eventually } from '../../eventually';
import { codes, freshLedger, importCodes, promotion } from '../../ledger/helpers';
import { done, forget } from '../fake-platform';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../fake-platform')).browser,
}));
vi.mock('../../../src/platform/clipboard', async () => ({
  copyText: (await import('../fake-platform')).copyText,
}));
vi.mock('../../../src/platform/download', async () => ({
  downloadText: (await import('../fake-platform')).downloadText,
}));

const nobody = { to: '', channel: '' };
const elsewhere = { ...nobody, note: '', by: '' };
let db: Db;
let id: string;
let desk: Desk;
const list = codes(20);

const countsNow = async () => (await listPromotions(db))[0]?.counts;

beforeEach(async () => {
  forget();
  db = await freshLedger();
  id = (await importCodes(db, list)).promotionId;
  desk = new Desk(localPool(db));
  await desk.refresh();
});

describe('giving out', () => {
  it('shows and copies the next code with the new numbers', async () => {
    await desk.giveNext(id, { to: ' Anna ', channel: 'Instagram' });
    expect(desk.state.given).toMatchObject({ code: list[0], to: 'Anna', channel: 'Instagram', copied: true });
    expect(done.copied).toEqual([list[0]]);
    expect(desk.state.promotions?.[0]?.counts).toMatchObject({ available: 19, issued: 1 });
    expect((await loadSettings()).channels).toEqual(['Instagram']);
  });

  it('keeps the code given out when the clipboard refuses', async () => {
    done.lets = false;
    expect(await desk.giveNext(id, nobody)).toBe(true);
    expect(desk.state.given).toMatchObject({ code: list[0], copied: false });
    expect(await countsNow()).toMatchObject({ issued: 1 });
    done.lets = true;
    await desk.copyAgain();
    expect(desk.state.given?.copied).toBe(true);
  });

  it('gives out one code for each of five quick clicks', async () => {
    await Promise.all(Array.from({ length: 5 }, () => desk.giveNext(id, nobody)));
    expect(done.copied).toEqual(list.slice(0, 5));
  });

  it('does what was clicked in the order of the clicks', async () => {
    await desk.giveNext(id, nobody);
    const issuance = desk.state.given?.issuance ?? '';
    await Promise.all([desk.takeBack(id, issuance, 'none'), desk.giveNext(id, nobody)]);
    expect(desk.state.given?.code).toBe(list[1]);
    expect(await countsNow()).toMatchObject({ available: 19, issued: 1 });
  });

  it.each([
    ['archived', /^Garlic-IG-01.* is archived\. Nothing was given out\. Click “Bring back”/],
    ['givingEnded', /^Giving out is stopped for Garlic-IG-01.*\. Nothing was given out\./],
  ] as const)('gives out nothing of a promotion that has meanwhile %s, and says so', async (mark, words) => {
    // Elsewhere, and this page has not heard of it.
    await updatePromotion(db, id, { [mark]: new Date().toISOString() });
    expect(await desk.giveNext(id, nobody)).toBe(false);
    expect(desk.state.notice).toMatchObject({ promotionId: id, tone: 'problem' });
    expect(desk.state.notice?.text).toMatch(words);
    expect(desk.state.promotions?.[0]?.promotion[mark]).toBeTruthy();
    expect(await desk.giveSeveral(id, 2, nobody, 'txt')).toBe(false);
    expect(done.copied).toEqual([]);
    expect(await countsNow()).toMatchObject({ available: 20, issued: 0 });
  });

  it('says in words when nothing is left, and goes on working', async () => {
    await desk.giveSeveral(id, 20, nobody, 'txt');
    expect(await desk.giveNext(id, nobody)).toBe(false);
    expect(desk.state.notice).toMatchObject({ promotionId: id, tone: 'problem' });
    await back();
    expect(await desk.giveNext(id, nobody)).toBe(true);
  });

  it('keeps the seller’s name with each act', async () => {
    await saveSettings({ yourName: 'Mia' });
    const stop = startIn(desk);
    await desk.giveNext(id, nobody);
    stop();
    expect((await listIssuances(db, id))[0]).toMatchObject({ by: 'Mia' });
  });

  it('gives out several as one act, with its file', async () => {
    await desk.giveSeveral(id, 3, { to: 'Vipon', channel: '' }, 'txt');
    expect(await listIssuances(db, id)).toHaveLength(1);
    expect(await done.downloads[0]?.text).toBe(`${list.slice(0, 3).join('\n')}\n`);
    desk.state.notice?.action?.run();
    expect(await done.downloads[1]?.text).toBe(await done.downloads[0]?.text);
    await desk.giveSeveral(id, 2, { to: 'Vipon', channel: '' }, 'csv');
    expect(await done.downloads[2]?.text).toBe(`code\r\n${list[3]}\r\n${list[4]}\r\n`);
  });

  it('offers the platforms typed before, the last one first, then those that many use', async () => {
    const stop = startIn(desk);
    const offered = () => cardState(desk.state, id).platforms;
    expect(offered()).toEqual(['Vipon', 'LandingCube', 'ManyChat']);
    await desk.giveSeveral(id, 1, { to: 'Rebaid', channel: '' }, 'txt');
    await desk.giveSeveral(id, 1, { to: ' ManyChat ', channel: '' }, 'txt');
    await desk.giveNext(id, { to: 'Anna', channel: '' });
    stop();
    expect(offered()).toEqual(['ManyChat', 'Rebaid', 'Vipon', 'LandingCube']);
  });

  it('recalls the last code for a popup that opens again', async () => {
    await desk.giveNext(id, { to: 'Anna', channel: '' });
    const again = new Desk(localPool(db));
    await again.recallLastCode();
    expect(again.state.given).toMatchObject({ code: list[0], to: 'Anna', copied: null });
    await back();
    await again.refresh();
    expect(again.state.given).toBeNull();
  });

  it('opens the promotion used last, else the newest with codes', async () => {
    const other = await importCodes(db, codes(5, 'BBBB'), { into: promotion({ name: 'Peeler' }) });
    const fresh = new Desk(localPool(db));
    await fresh.refresh();
    expect(fresh.state.openId).toBe(other.promotionId);
    await issueNext(db, id, 1, elsewhere);
    const later = new Desk(localPool(db));
    await later.refresh();
    expect(later.state.openId).toBe(id);
  });

  it('stays with a promotion whose last code just went out', async () => {
    const other = await importCodes(db, codes(1, 'BBBB'), { into: promotion({ name: 'Peeler' }) });
    // Given out in the very millisecond of its import, a code is taken for one that came in as given out.
    await new Promise((resolve) => setTimeout(resolve, 2));
    await issueNext(db, other.promotionId, 1, elsewhere);
    const fresh = new Desk(localPool(db));
    await fresh.recallLastCode();
    expect(fresh.state.openId).toBe(other.promotionId);
    expect(fresh.state.given?.code).toBe(codes(1, 'BBBB')[0]);
  });

  it('opens none that came in as already given out while another has codes left', async () => {
    await importCodes(db, codes(5, 'BBBB'), {
      into: promotion({ name: 'Peeler' }),
      as: { kind: 'given-out', to: 'Voucher site' },
    });
    const fresh = new Desk(localPool(db));
    await fresh.refresh();
    expect(fresh.state.openId).toBe(id);
  });
});

/** Takes back what the view offers to. */
function back(seen: 'none' | 'all' = 'none'): Promise<boolean> {
  return desk.takeBack(id, desk.state.undoable?.issuance ?? '', seen);
}

describe('taking back', () => {
  it('takes back this view’s last act, then the promotion’s last', async () => {
    await issueNext(db, id, 1, { ...elsewhere, to: 'First' });
    await desk.giveNext(id, { to: 'Mine', channel: '' });
    await issueNext(db, id, 2, { ...elsewhere, to: 'Other window' });
    await desk.refresh();
    expect(desk.state.undoable).toMatchObject({ to: 'Mine' });
    await back();
    expect(desk.state.notice?.text).toContain('given out to Mine');
    expect(desk.state.given).toBeNull();
    expect(desk.state.undoable).toMatchObject({ to: 'Other window', count: 2 });
    await back();
    await back();
    expect(desk.state.undoable).toBeNull();
    expect(await countsNow()).toMatchObject({ available: 20, issued: 0 });
    expect(await back()).toBe(false);
    expect(desk.state.notice?.tone).toBe('problem');
  });

  it('takes back this view’s last act however many others came since', async () => {
    const big = (await importCodes(db, codes(40, 'BBBB'), { into: promotion({ name: 'Peeler' }) }))
      .promotionId;
    await desk.giveNext(big, { to: 'Anna', channel: '' });
    for (let i = 0; i < 25; i++) await issueNext(db, big, 1, elsewhere);
    await desk.refresh();
    expect(desk.state.given?.to).toBe('Anna');
    await desk.open(big);
    await desk.takeBack(big, desk.state.undoable?.issuance ?? '', 'none');
    expect(desk.state.notice?.text).toContain('Anna');
    expect(desk.state.given).toBeNull();
  });

  it('puts the code at the end of the line', async () => {
    await desk.giveNext(id, nobody);
    await back();
    await desk.giveNext(id, nobody);
    expect(desk.state.given?.code).toBe(list[1]);
  });

  it('cancels what somebody may have seen, and undoes it in one click', async () => {
    await desk.giveNext(id, { to: 'Anna', channel: '' });
    await back('all');
    expect(await countsNow()).toMatchObject({ available: 19, issued: 0, void: 1 });
    expect(desk.state.notice?.text).toMatch(
      /^Canceled .*, given out to Anna\. Never given out here again; still works on Amazon until/,
    );
    desk.state.notice?.action?.run();
    await eventually(() => expect(desk.state.undoable).toMatchObject({ to: 'Anna', out: 1 }));
    expect(await countsNow()).toMatchObject({ issued: 1, void: 0 });
  });

  it('of a batch only what was not sent, as a pasted list tells', async () => {
    await desk.giveSeveral(id, 4, { to: 'Vipon', channel: '' }, 'txt');
    const issuance = desk.state.undoable?.issuance ?? '';
    const told = await desk.readSent(issuance, `${list[1]}\n${list[9]}`);
    expect(told).toMatchObject({ sent: 1, rest: 3, strangers: 1 });
    await desk.takeBack(id, issuance, told.codes);
    expect(await countsNow()).toMatchObject({ available: 19, void: 1 });
  });

  it('is not what a wrong name needs: it is edited, and that is undone, too', async () => {
    await desk.giveNext(id, { to: 'Anna', channel: '' });
    const issuance = desk.state.given?.issuance ?? '';
    await desk.edit(id, issuance, { to: ' Anne ', channel: 'Mail', note: '' });
    expect(desk.state.given).toMatchObject({ code: list[0], to: 'Anne', channel: 'Mail' });
    expect(desk.state.undoable).toMatchObject({ to: 'Anne', out: 1 });
    desk.state.notice?.action?.run();
    await eventually(() => expect(desk.state.undoable?.to).toBe('Anna'));
  });
});

describe('exports', () => {
  it('saves the codes left and changes nothing; then gives out exactly those', async () => {
    await desk.giveNext(id, nobody);
    await desk.exportUnissued(id);
    expect(await done.downloads[0]?.text).toBe(`code\r\n${list.slice(1).join('\r\n')}\r\n`);
    expect(await countsNow()).toMatchObject({ available: 19, issued: 1 });
    expect(desk.state.offer).toMatchObject({ promotionId: id, count: 19 });
    await desk.giveOutExported(id, { to: 'ManyChat', channel: '' });
    expect(await countsNow()).toMatchObject({ available: 0, issued: 20 });
    expect(desk.state.offer).toBeNull();
  });

  it('refuses to mark the list when one of its codes went out meanwhile', async () => {
    await desk.exportUnissued(id);
    await issueNext(db, id, 1, elsewhere);
    expect(await desk.giveOutExported(id, nobody)).toBe(false);
    expect(desk.state.notice?.tone).toBe('problem');
    expect(await countsNow()).toMatchObject({ issued: 1 });
  });

  it('saves the history of every code', async () => {
    await desk.giveNext(id, { to: 'Anna', channel: '' });
    await desk.exportHistory(id);
    const rows = (await done.downloads[0]?.text)?.trim().split('\r\n') ?? [];
    expect(rows).toHaveLength(21);
    expect(rows[1]).toMatch(new RegExp(`^${list[0]},issued,Garlic-IG-01,.*,Anna,`));
  });

  it('hands a long export to the workspace', async () => {
    const big = await importCodes(db, codes(10_001, 'CCCC'), { into: promotion({ name: 'Big' }) });
    const handOver = vi.fn();
    const popup = new Desk(localPool(db), handOver);
    await popup.refresh();
    await popup.exportHistory(big.promotionId);
    await popup.exportHistory(id);
    expect(handOver.mock.calls).toEqual([[big.promotionId, 'history']]);
    expect(done.downloads).toHaveLength(1);
  });
});

describe('used in orders', () => {
  it('counts a code as used, and takes that back', async () => {
    await desk.giveNext(id, nobody);
    expect((await countsNow())?.redeemedKnown).toBe(false);
    await desk.markUsed(id, ` ${list[0]?.toLowerCase()} `, ' 111-2223334-5556667 ');
    expect(await countsNow()).toMatchObject({ issued: 1, redeemed: 1, redeemedKnown: true });
    expect(desk.state.notice?.text).not.toContain(list[0]);
    desk.state.notice?.action?.run();
    await eventually(async () => expect(await countsNow()).toMatchObject({ redeemed: 0 }));
  });

  it('refuses a code that was never given out', async () => {
    expect(await desk.markUsed(id, list[5] ?? '', '1')).toBe(false);
    expect(desk.state.notice?.tone).toBe('problem');
  });
});

/** Starts a desk where there is no window to follow. */
function startIn(started: Desk): () => void {
  vi.stubGlobal('window', new EventTarget());
  const stop = started.start();
  return () => {
    stop();
    vi.unstubAllGlobals();
  };
}
