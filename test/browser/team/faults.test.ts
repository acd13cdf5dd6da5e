import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copiesOf } from '../../team/race/race.ts';
import { browsers } from '../browsers.ts';
import type { Page } from '../harness/index.ts';
import type { Member } from './member.ts';
import { giveInVain, giveTo, issued, seeCount, test } from './pages.ts';
import { TeamOf } from './team-of.ts';

const name = 'Shared';
const total = 60;

describe.each(browsers)('a team whose ways are cut in %s', (browser) => {
  let team: TeamOf;
  let olga: Member;
  let ben: Member;
  let promotionId: string;
  let popup: Page;
  let out = 0;
  beforeAll(async () => {
    team = await TeamOf.start([
      ['Olga', browser],
      ['Ben', browser],
    ]);
    [olga, ben] = team.members as [Member, Member];
    promotionId = await olga.ask('add', name, 0, total);
    popup = await ben.harness.extensionPage('popup');
    await seeCount(popup, name, 'available', total);
  });
  afterAll(() => team?.close());

  /** Gives out a code in Ben's popup; counts it. */
  const give = async (to: string) => {
    const code = await giveTo(popup, name, to);
    out++;
    return code;
  };

  /** How many codes went to somebody, in the copies of both, which must be alike and whole. */
  const codesOf = async (to: string): Promise<number> => {
    const copies = await copiesOf(team, promotionId);
    expect(new Set(copies.map(({ checksum }) => checksum)).size).toBe(1);
    expect(copies.flatMap(({ faults }) => faults)).toEqual([]);
    const [copy] = copies;
    expect(Object.keys(copy?.to ?? {})).toHaveLength(total);
    return Object.values(copy?.to ?? {}).filter((name) => name === to).length;
  };

  it('gives out in popup and workspace of one browser over one connection', async () => {
    await give('Anna');
    expect(await ben.ask('give', promotionId, 1, 'Bert')).toHaveProperty('codes');
    out++;
    await seeCount(popup, name, 'issued', out);
    expect(ben.harness.engine.connections.open).toBe(1);
  });

  it('has the other page take over where the one with the connection is closed', async () => {
    await ben.workspace.close();
    await give('Carla');
    expect(ben.harness.engine.connections.open).toBe(1);
    await ben.reopen();
    expect(await ben.ask('give', promotionId, 1, 'Dora')).toHaveProperty('codes');
    out++;
    expect(ben.harness.engine.connections.open).toBe(1);
  });

  it('loses nothing where a page is closed in the middle of giving out', async () => {
    for (const [turn, wait] of [5, 60].entries()) {
      const to = `Closed ${turn}`;
      const giving = ben.ask('give', promotionId, 3, to).then(
        (given) => ('codes' in given ? given.codes : []),
        () => [],
      );
      await sleep(wait);
      await ben.workspace.close();
      await ben.reopen();
      // In Firefox nobody hears of what a page that is gone would have said.
      const shown = await Promise.race([giving, sleep(500, [] as readonly string[])]);
      const went = await codesOf(to);
      expect([0, 3]).toContain(went);
      if (shown.length > 0) expect(went).toBe(3);
      out += went;
    }
    await seeCount(popup, name, 'issued', out);
  });

  it('gives out nothing while the engine is down, and says so', async () => {
    const before = await issued(popup);
    for (const machine of [0, 1, 2]) await team.cluster.kill(machine);
    const told = await giveInVain(popup, name, 'Nobody');
    expect(told).toMatch(/can’t be reached|didn’t answer/);
    expect([before, '']).toContain(await issued(popup));
    // On the card once, whatever an act came to.
    await popup.see(test('lease-offline'));
    const said = await popup.evaluate(() => document.querySelector('.cc-card')?.textContent ?? '');
    expect(said.split('can’t be reached').length).toBe(2);
    await seeCount(popup, name, 'issued', out);
  });

  it('goes on once the engine is back', async () => {
    for (const machine of [0, 1, 2]) await team.cluster.restart(machine);
    await ben.followed();
    await olga.followed();
    await popup.waitFor(
      () => document.querySelector('.cc-notice-problem, [data-testid="lease-offline"]') === null,
      undefined,
      { what: 'nothing to be said of the engine any more' },
    );
    expect(await codesOf('Nobody')).toBe(0);
    await give('Emil');
    expect(await codesOf('Emil')).toBe(1);
  });

  it('shows nothing while this browser is cut off, and then goes on with what others left', async () => {
    ben.harness.engine.cut('silent');
    const waiting = ben.ask('give', promotionId, 1, 'In doubt');
    const others = await olga.ask('give', promotionId, 1, 'Fritz');
    expect(others).toHaveProperty('codes');
    out++;
    const told = await waiting;
    expect(told).toMatchObject({ problem: expect.stringMatching(/teamNotReached|teamMaybeDone/) });
    ben.harness.engine.mend();
    await ben.followed();
    out += await codesOf('In doubt');
    const mine = await give('Gert');
    expect('codes' in others && others.codes).not.toContain(mine);
    expect(await codesOf('Fritz')).toBe(1);
    await seeCount(popup, name, 'issued', out);
  });
});
