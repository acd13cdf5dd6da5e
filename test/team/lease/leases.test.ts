import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/domain/problem';
import { checksum, getPromotion, listPromotions, selfCheck } from '../../../src/ledger';
import { asActFile } from '../../../src/team/acts/act-file';
import { codes, fileOf, promotion, rowsOf } from '../../ledger/helpers';
import { type Browser, MemoryTeam } from './memory-team';

const list = codes(30);
let team: MemoryTeam;
let olga: Browser;
let ben: Browser;
let id: string;

const to = (name: string) => ({ to: name, channel: 'Mail', note: 'on the train', by: 'whoever' });

beforeEach(async () => {
  team = new MemoryTeam();
  olga = await team.browser('Olga', 'desk');
  ben = await team.browser('Ben', 'laptop');
  const target = { promotion: promotion(), as: { kind: 'new' }, name: 'lot', quantityAsked: null };
  await olga.does('confirmImport', [
    asActFile(fileOf(list)),
    { ...target, takeBack: false, revision: 0 } as never,
  ]);
  await ben.follow();
  id = (await listPromotions(olga.db))[0]?.promotion.id ?? '';
});

afterEach(() => {
  for (const browser of team.browsers) browser.close();
});

async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (problem: unknown) => problem,
  );
  return (error as Problem | null)?.said.key ?? 'done';
}

/** What the history of everybody says of a code; it must be the same. */
async function told(code: string) {
  await team.settle();
  const rows = await Promise.all(
    team.browsers.map(async ({ db }) => (await rowsOf(db, id)).find((row) => row.code === code)),
  );
  for (const row of rows) expect(row).toEqual(rows[0]);
  return rows[0];
}

async function allAlike(): Promise<void> {
  await team.settle();
  const sums = await Promise.all(team.browsers.map(({ db }) => checksum(db)));
  expect(new Set(sums).size).toBe(1);
  for (const { db } of team.browsers) expect((await selfCheck(db)).faults).toEqual([]);
}

describe('codes taken offline', () => {
  it('go out while the engine is down, and stand in everybody’s history once it is back', async () => {
    expect(await ben.page.take(id, 3)).toMatchObject({ count: 3 });
    expect(ben.page.left(id)).toBe(3);
    ben.reach = 'down';
    const before = new Date().toISOString();
    const { codes: given, at } = await ben.page.give(id, to('Anna'));
    expect(given).toEqual([list[0]]);
    expect(at >= before).toBe(true);
    // The copy of the log is as it was: nothing but the log writes into it.
    expect((await getPromotion(ben.db, id)).counts).toMatchObject({ available: 27, held: 3, issued: 0 });
    await ben.reopen();
    expect(ben.page.left(id)).toBe(2);
    expect(ben.page.state.givings).toMatchObject([{ text: list[0], to: 'Anna' }]);
    expect((await ben.page.give(id, to('Bert'))).codes).toEqual([list[1]]);
    expect(await told(list[0] ?? '')).toMatchObject({ state: 'issued', issuedTo: 'Anna', issuedBy: 'Ben' });
    expect(await told(list[1] ?? '')).toMatchObject({
      issuedTo: 'Bert',
      channel: 'Mail',
      note: 'on the train',
    });
    expect(ben.page.state.givings).toEqual([]);
    await allAlike();
  });

  it('are nothing without a lease, nor past its end, nor of what is stopped', async () => {
    ben.reach = 'down';
    expect(await refused(ben.page.give(id, to('Anna')))).toBe('teamLeaseNone');
    expect(await refused(ben.page.take(id, 1))).toBe('teamNotReached');
    ben.reach = 'up';
    await ben.page.take(id, 1);
    await olga.does('updatePromotion', [id, { givingEnded: '2026-11-02T00:00:00.000Z' } as never]);
    await ben.follow();
    ben.reach = 'down';
    expect(await refused(ben.page.give(id, to('Anna')))).toBe('problemGivingStopped');
    ben.reach = 'up';
    await olga.does('updatePromotion', [id, { givingEnded: null } as never]);
    await ben.follow();
    ben.reach = 'down';
    await ben.page.give(id, to('Anna'));
    expect(await refused(ben.page.give(id, to('Bert')))).toBe('teamLeaseEmpty');
  });

  it('never show the same code in two pages of one browser', async () => {
    await ben.page.take(id, 12);
    const popup = await ben.openPage();
    ben.reach = 'down';
    const given = await Promise.all(
      Array.from({ length: 12 }, (_, n) => (n % 2 ? popup : ben.page).give(id, to(`Guest ${n}`))),
    );
    expect(given.flatMap((each) => each.codes).sort()).toEqual(list.slice(0, 12).sort());
    expect(await refused(popup.give(id, to('One more')))).toBe('teamLeaseEmpty');
    await allAlike();
  });

  it('go out in the browser that took them alone, also where its member has two', async () => {
    await ben.page.take(id, 3);
    const phone = await team.browser('Ben', 'phone');
    await phone.follow();
    await expect.poll(() => phone.page.state.leases).toMatchObject([{ here: false, left: 3 }]);
    const [lease] = phone.page.state.leases ?? [];
    phone.reach = 'down';
    expect(await refused(phone.page.give(id, to('Anna')))).toBe('teamLeaseNone');
    phone.reach = 'up';
    expect(await refused(phone.page.giveBack({ lease: lease?.lease ?? '', promotionId: id }))).toBe(
      'problemLeaseOther',
    );
  });

  it('are told once where the answer was lost, however often it is tried', async () => {
    await ben.page.take(id, 3);
    ben.reach = 'down';
    await ben.page.give(id, to('Anna'));
    ben.reach = 'lost';
    await ben.page.tell();
    expect(ben.page.state.givings).toMatchObject([{ to: 'Anna', asked: true }]);
    await ben.reopen();
    await ben.follow();
    ben.reach = 'lost';
    await ben.page.tell();
    // The history had it: nothing was asked.
    expect(ben.page.state.givings).toEqual([]);
    await allAlike();
    const acts = team.log.filter(({ act }) => act.kind === 'giveLeased');
    expect(acts).toHaveLength(1);
    expect(await told(list[0] ?? '')).toMatchObject({ issuedTo: 'Anna' });
  });

  it('may be asked for where nobody knows whether the log has it, and count once', async () => {
    await ben.page.take(id, 3);
    ben.reach = 'down';
    await ben.page.give(id, to('Anna'));
    const book = await ben.book();
    const [giving] = await book.givings();
    ben.reach = 'lost';
    await ben.page.tell();
    ben.reach = 'up';
    // Another page had begun with it, and had not followed the log yet.
    const {
      text: _,
      promotionId: __,
      asked: ___,
      news: ____,
      ...known
    } = giving as NonNullable<typeof giving>;
    expect(await ben.does('giveLeased', [known, await book.browser()])).toMatchObject({ canceled: false });
    await allAlike();
    expect((await getPromotion(ben.db, id)).counts).toMatchObject({ held: 2, issued: 1 });
    book.close();
  });

  it('are taken also where the answer to that was lost', async () => {
    ben.reach = 'lost';
    expect(await refused(ben.page.take(id, 4))).toBe('teamMaybeDone');
    await ben.follow();
    await expect.poll(() => ben.page.left(id)).toBe(4);
    expect((await ben.page.give(id, to('Anna'))).codes).toEqual([list[0]]);
  });

  it('come back by their holder’s word, but for those that were shown', async () => {
    await ben.page.take(id, 5);
    ben.reach = 'down';
    await ben.page.give(id, to('Anna'));
    const [lease] = ben.page.state.leases ?? [];
    if (!lease) throw new Error('no lease');
    expect(await refused(ben.page.giveBack(lease))).toBe('teamReturnLater');
    // On their way back, nobody gives them out any more.
    expect(await refused(ben.page.give(id, to('Bert')))).toBe('teamLeaseEmpty');
    await ben.reopen();
    expect(await refused(ben.page.give(id, to('Bert')))).toBe('teamLeaseEmpty');
    await allAlike();
    expect((await getPromotion(olga.db, id)).counts).toMatchObject({ available: 29, held: 0, issued: 1 });
    expect(ben.page.state.leases).toEqual([]);
  });

  it('come back once where the answer to that was lost', async () => {
    await ben.page.take(id, 5);
    const [lease] = ben.page.state.leases ?? [];
    if (!lease) throw new Error('no lease');
    ben.reach = 'lost';
    expect(await refused(ben.page.giveBack(lease))).toBe('teamReturnLater');
    await allAlike();
    expect((await getPromotion(olga.db, id)).counts).toMatchObject({ available: 30, held: 0 });
  });

  it('that were canceled meanwhile keep who had them, and their giver is told', async () => {
    await ben.page.take(id, 3);
    ben.reach = 'down';
    await ben.page.give(id, to('Anna'));
    await olga.follow();
    const [lease] = (await olga.openPage()).state.leases ?? [];
    expect(lease).toMatchObject({ name: 'Ben', here: false, left: 3 });
    expect(await olga.page.cancel(lease ?? { lease: '', promotionId: id })).toMatchObject({ canceled: 3 });
    expect(await told(list[0] ?? '')).toMatchObject({ state: 'void', issuedTo: 'Anna', issuedBy: 'Ben' });
    expect(await told(list[1] ?? '')).toMatchObject({ state: 'void', issuedTo: '' });
    expect(ben.page.state.givings).toMatchObject([{ to: 'Anna', text: list[0], news: 'canceled' }]);
    await ben.reopen();
    const [giving] = ben.page.state.givings;
    await ben.page.forget(giving?.giving ?? '');
    expect(ben.page.state.givings).toEqual([]);
    expect(await refused(ben.page.give(id, to('Bert')))).toBe('teamLeaseNone');
    await allAlike();
  });

  it.each([
    ['viewer', 'teamRole'],
    ['gone', 'teamGone'],
  ] as const)(
    'stay in the book where the team takes nothing from a %s, and it says why',
    async (stands, why) => {
      await ben.page.take(id, 3);
      ben.reach = 'down';
      await ben.page.give(id, to('Anna'));
      ben.stands = stands;
      ben.reach = 'up';
      await ben.page.tell();
      expect(ben.page.state).toMatchObject({
        givings: [{ to: 'Anna', text: list[0] }],
        untold: { said: { key: why } },
      });
      if (stands === 'gone') expect(await refused(ben.page.give(id, to('Bert')))).toBe('teamGone');
      // Let in again, they tell it.
      ben.stands = 'in';
      await ben.page.tell();
      expect(ben.page.state).toMatchObject({ givings: [], untold: null });
      expect(await told(list[0] ?? '')).toMatchObject({ issuedTo: 'Anna' });
    },
  );

  it('know whom they went to before the history does', async () => {
    await ben.page.take(id, 3);
    ben.reach = 'down';
    await ben.page.give(id, to('Anna'));
    expect(await ben.page.givenTo(id, ' ANNA ')).toMatchObject({ text: list[0], to: 'Anna' });
    expect(await ben.page.givenTo(id, 'Bert')).toBeNull();
    expect(await ben.page.givenTo(id, '')).toBeNull();
  });
});
