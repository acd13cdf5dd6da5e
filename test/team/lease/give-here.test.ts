import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DeskPool } from '../../../src/actions/pool';
import type { Problem } from '../../../src/domain/problem';
import { NotWritten } from '../../../src/team/follow/writer';
import { givingHere } from '../../../src/team/lease/give-here';
import type { Leases } from '../../../src/team/lease/leases';
import { isOffline, reachKnown } from '../../../src/team/lease/reach';
import { teamProblem } from '../../../src/team/pages/team-words';

const whom = { to: 'Anna', channel: '', note: '', by: '' };
const offline = { codes: ['OFFLINE'] };
const online = { codes: ['ONLINE'] };

/** What comes of giving out one code, or several: a code, or the problem's sentence. */
async function given(
  {
    reach = 'else' as 'offline' | 'else',
    left = 2,
    fails = null as unknown,
    waiting = null as { giving: string; text: string } | null,
  },
  wanted = 1,
) {
  const leases = { give: async () => offline, left: () => left, givenTo: async () => waiting };
  const pool = {
    issueNext: async () => {
      if (fails) throw fails;
      return online;
    },
    lastGivenTo: async () => 'as the history says',
  };
  const here = givingHere(pool as unknown as DeskPool, leases as unknown as Leases, {
    reach: async () => reach,
    again: () => new Promise(() => undefined),
  });
  const outcome = await here.issueNext('id', wanted, whom).then(
    ({ codes }) => codes[0],
    (error: Problem) => error.said.key,
  );
  return { outcome, before: await here.lastGivenTo('id', 'Anna') };
}

const notWritten = (maybe: boolean) => teamProblem(new NotWritten(maybe, 'gone'), null);

describe('giving out', () => {
  it('goes to the team wherever it can be asked, with or without codes taken offline', async () => {
    expect(await given({})).toMatchObject({ outcome: 'ONLINE', before: 'as the history says' });
    expect((await given({}, 3)).outcome).toBe('ONLINE');
  });

  it('is from what was taken along while the team can’t be asked, one at a time', async () => {
    expect((await given({ reach: 'offline' })).outcome).toBe('OFFLINE');
    expect((await given({ reach: 'offline' }, 3)).outcome).toBe('teamLeaseOne');
    expect((await given({ reach: 'offline', left: 0 }, 3)).outcome).toBe('teamNothingOut');
    expect((await given({ reach: 'offline', left: 0 })).outcome).toBe('teamNothingOut');
  });

  it('falls back on it where the log surely has nothing of it, and not where it may', async () => {
    expect((await given({ fails: notWritten(false) })).outcome).toBe('OFFLINE');
    expect((await given({ fails: notWritten(true) })).outcome).toBe('teamMaybeDone');
    expect((await given({ fails: notWritten(false), left: 0 })).outcome).toBe('teamNotReached');
    expect((await given({ fails: notWritten(false) }, 2)).outcome).toBe('teamNotReached');
  });

  it('knows who got a code that the history doesn’t have yet', async () => {
    const waiting = { giving: 'g', text: 'OFFLINE', to: 'Anna', channel: 'Mail', at: '2026-11-01T00:00:00Z' };
    expect((await given({ waiting })).before).toEqual({
      ...{ issuance: 'g', code: 'OFFLINE', to: 'Anna', channel: 'Mail', at: waiting.at },
      ...{ count: 1, used: 0, canceled: 0 },
    });
  });
});

describe('the reach of the team', () => {
  const seat = { keys: [{ generation: 1 }] } as never;
  const state = (kind: 'away' | 'current', since: number) =>
    ({ seat, standing: { kind, seq: 1 }, since }) as never;

  beforeEach(() => vi.stubGlobal('navigator', { onLine: true }));
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is gone once it stands so for longer than a page takes to connect, or without any network', () => {
    expect(isOffline(state('away', 10_000), 11_000)).toBe(false);
    expect(isOffline(state('away', 10_000), 14_000)).toBe(true);
    expect(isOffline(state('current', 10_000), 99_000)).toBe(false);
    expect(isOffline({ ...(state('away', 0) as object), seat: null } as never, 99_000)).toBe(false);
    vi.stubGlobal('navigator', { onLine: false });
    expect(isOffline(state('away', 10_000), 10_001)).toBe(true);
  });

  it('is waited for by a page that was just opened', async () => {
    vi.useFakeTimers();
    const here = { state: state('away', Date.now()), tell: () => {}, stopped: 0 };
    const subscribe = (tell: () => void) => {
      here.tell = tell;
      return () => here.stopped++;
    };
    const team = {
      subscribe,
      get state() {
        return here.state;
      },
    } as never;
    const first = reachKnown(team);
    here.state = state('current', Date.now());
    here.tell();
    expect(await first).toBe('else');
    here.state = state('away', Date.now());
    const second = reachKnown(team);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await second).toBe('offline');
    expect(here.stopped).toBe(2);
  });
});
