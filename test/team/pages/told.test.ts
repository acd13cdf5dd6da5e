import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { openLedger, passOver } from '../../../src/ledger';
import { NotWritten } from '../../../src/team/follow/writer';
import { nothingIgnored, withIgnored } from '../../../src/team/members/ignored';
import { passedOver } from '../../../src/team/pages/ignored-words';
import { deleteCopy, hasCopy } from '../../../src/team/pages/left-copy';
import { noticeOf } from '../../../src/team/pages/notice';
import { renewOwnToken } from '../../../src/team/pages/own-token';
import { askableAgain, type TeamProblem, teamProblem } from '../../../src/team/pages/team-words';
import { daysLeft, tokenEnd } from '../../../src/team/pages/token-end';
import { ownToken, prepareTeam } from '../../../src/team/seat/founding';
import type { Seat } from '../../../src/team/seat/seat';
import { SeatStore } from '../../../src/team/seat/seat-store';

const day = 24 * 60 * 60 * 1000;

it('makes an owner’s own token anew once it ends soon, and leaves all others', async () => {
  const seats = await SeatStore.open('own-token');
  const now = Date.now();
  const made = await prepareTeam('Olga', 1);
  const keys = [{ generation: 1 }] as unknown as Seat['keys'];
  const seat = { ...made, keys, token: ownToken(made, now) };
  await seats.write(seat);
  await renewOwnToken(seats, now + 3 * day);
  expect((await seats.read())?.token).toBe(seat.token);
  for (const later of [5, 30]) {
    await renewOwnToken(seats, now + later * day);
    const end = tokenEnd((await seats.read())?.token ?? '') ?? 0;
    expect(daysLeft(end, now + later * day)).toBeGreaterThanOrEqual(13);
  }
  await seats.write({ ...seat, owner: null });
  await renewOwnToken(seats, now + 30 * day);
  expect((await seats.read())?.token).toBe(seat.token);
});

it('reads the end of a token, and nothing out of what is none', () => {
  for (const text of ['', 'a.b.c', 'no', `x.${btoa('[]')}.y`, `x.${btoa('{"exp":"1"}')}.y`])
    expect(tokenEnd(text)).toBe(null);
  // One that was made for 14 days a moment ago has 14 days.
  expect([13.999, 1.5, 0.5, 0, -1.5].map((days) => daysLeft(days * day, 0))).toEqual([14, 2, 1, 0, -1]);
});

it('says in one line why nothing can be given out, and nothing while a page only connects', async () => {
  const begun = await prepareTeam('Olga', 1);
  const seated = { ...begun, keys: [{ generation: 1 }] } as unknown as Seat;
  const current = { kind: 'current', seq: 3 } as const;
  const away = { kind: 'away', seq: 3 } as const;
  const behind = { kind: 'behind', seq: 3, last: 9 } as const;
  const stopped = { kind: 'stopped', why: 'why' } as const;
  const why = (
    seat: Seat | null | undefined,
    standing: Parameters<typeof noticeOf>[0]['standing'],
    long = true,
  ) => noticeOf({ seat, standing, members: null }, long)?.why ?? null;
  expect([why(undefined, away), why(null, away), why(begun, away)]).toEqual([null, 'none', 'begun']);
  expect([why(seated, current), why(seated, behind)]).toEqual([null, null]);
  expect([why(seated, away, false), why(seated, away)]).toEqual([null, 'away']);
  expect(why(seated, stopped, false)).toBe('stopped');
  expect(why(seated, { ...current, come: { done: 1, of: 9 } })).toBe('coming');
  const { card } = begun.me;
  const members = { all: { [card.id]: { card, gone: { seq: 4, by: 'x', at: 0 } } } } as never;
  expect(noticeOf({ seat: seated, standing: current, members }, true)?.why).toBe('gone');
});

it('says that nothing was done until the team can be asked again, and long enough to be read', async () => {
  vi.useFakeTimers();
  const listeners = new Set<() => void>();
  const here = {
    state: { standing: { kind: 'current', seq: 3 } as Parameters<typeof noticeOf>[0]['standing'] },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const stands = (kind: 'current' | 'away') => {
    here.state = { standing: { kind, seq: 3 } };
    for (const tell of [...listeners]) tell();
  };
  const overOf = (maybe: boolean) =>
    (teamProblem(new NotWritten(maybe, 'down'), null, () => askableAgain(here)) as TeamProblem).over;
  let over = false;
  void overOf(false)?.then(() => {
    over = true;
  });
  // That it can't be asked is heard a moment after the act.
  stands('current');
  await vi.advanceTimersByTimeAsync(60_000);
  stands('away');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(over).toBe(false);
  stands('current');
  await vi.advanceTimersByTimeAsync(1);
  expect([over, listeners.size]).toEqual([true, 0]);
  over = false;
  stands('away');
  void overOf(false)?.then(() => {
    over = true;
  });
  stands('current');
  await vi.advanceTimersByTimeAsync(1000);
  expect(over).toBe(false);
  await vi.advanceTimersByTimeAsync(5000);
  expect(over).toBe(true);
  // Where it may have been done, somebody has to look.
  expect(overOf(true)).toBe(null);
  vi.useRealTimers();
});

it('puts what was passed over together, by whom and why', () => {
  let ignored = nothingIgnored;
  const one = (seq: number, member: string, why: Parameters<typeof withIgnored>[1]['why']) => {
    ignored = withIgnored(ignored, { seq, member, why });
  };
  one(4, 'ben', 'role');
  one(5, '', 'too-small');
  one(6, 'ben', 'role');
  one(7, 'ben', 'no-act');
  const members = { all: { ben: { card: { name: 'Ben' } } } } as never;
  expect(passedOver(ignored, members)).toEqual([
    { by: 'Ben', why: 'teamWhyRole', count: 2, seq: 6 },
    { by: 'Ben', why: 'teamWhyNonsense', count: 1, seq: 7 },
    { by: '', why: 'teamWhyNonsense', count: 1, seq: 5 },
  ]);
});

it('knows codes of a team that was left, and deletes them', async () => {
  expect(await hasCopy()).toBe(false);
  const db = await openLedger();
  await passOver(db, 1);
  db.close();
  expect(await hasCopy()).toBe(true);
  await deleteCopy();
  expect(await hasCopy()).toBe(false);
});
