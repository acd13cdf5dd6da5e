import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copiesOf } from '../../team/race/race.ts';
import { browsers } from '../browsers.ts';
import type { Page } from '../harness/index.ts';
import { openColleagues } from './by-settings.ts';
import type { Member } from './member.ts';
import { exportedHistory, giveInVain, giveTo, issued, openPromotion, seeCount, test } from './pages.ts';
import { TeamOf } from './team-of.ts';

const name = 'Garlic-Train';
const total = 20;

describe.each(browsers)('codes taken offline in %s', (browser) => {
  let team: TeamOf;
  let olga: Member;
  let ben: Member;
  let popup: Page;
  let promotionId: string;
  const given = new Map<string, string>();
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

  const seeOffline = (page: Page, left: number) => page.see(`${test('lease-offline')}[data-left="${left}"]`);
  const seeLease = (page: Page, left: number) => page.see(`${test('lease')}[data-left="${left}"]`);

  async function take(page: Page, count: number): Promise<void> {
    await page.click(test('lease-take'));
    await page.type(test('lease-count'), String(count));
    await page.click(test('lease-take-do'));
    await seeLease(page, count);
  }

  async function give(page: Page, to: string): Promise<void> {
    given.set(to, await giveTo(page, name, to));
  }

  /** All copies, which must be alike and whole. */
  async function copies() {
    const all = await copiesOf(team, promotionId);
    expect(new Set(all.map(({ checksum }) => checksum)).size).toBe(1);
    expect(all.flatMap(({ faults }) => faults)).toEqual([]);
    return all[0];
  }

  it('leave the line for whoever takes them, and all see who has how many', async () => {
    await take(popup, 3);
    await seeCount(popup, name, 'available', total - 3);
    await openPromotion(olga.workspace, name);
    await olga.workspace.see(`${test('lease')}[data-name="Ben"][data-left="3"]`);
    expect(
      await olga.workspace.evaluate(() => document.querySelector('[data-testid="release-hold"]')),
    ).toBeNull();
    await openPromotion(ben.workspace, name);
    await seeLease(ben.workspace, 3);
  });

  it('go out while the engine is down, from whichever page, each once', async () => {
    for (const machine of [0, 1, 2]) await team.cluster.kill(machine);
    await seeOffline(popup, 3);
    await give(popup, 'Anna');
    await seeOffline(popup, 2);
    await seeOffline(ben.workspace, 2);
    await give(ben.workspace, 'Bert');
    await seeOffline(popup, 1);
    // Nobody else has taken any.
    await seeOffline(olga.workspace, 0);
    expect(await giveInVain(olga.workspace, name, 'Nobody')).toMatch(
      /can’t be reached.*nothing is given out/,
    );
  });

  it('stand in the browser’s book when all its pages were closed, and go on from there', async () => {
    await popup.close();
    await ben.workspace.close();
    await ben.reopen();
    popup = await ben.harness.extensionPage('popup');
    await seeOffline(popup, 1);
    await popup.see(`${test('lease-book')}[data-count="2"]`);
    await give(popup, 'Carl');
    expect(new Set(given.values()).size).toBe(3);
    expect(await giveInVain(popup, name, 'Dora')).toMatch(/can’t be reached.*nothing is given out/);
    expect(await issued(popup)).toBe(given.get('Carl'));
  });

  it('are in everybody’s history once the engine is back, as of when they went out', async () => {
    const back = new Date().toISOString();
    for (const machine of [0, 1, 2]) await team.cluster.restart(machine);
    await ben.followed();
    await popup.waitFor(() => document.querySelector('[data-testid="lease-book"]') === null, undefined, {
      what: 'the team to know what went out',
      timeout: 60_000,
    });
    const copy = await copies();
    for (const [to, code] of given) expect(copy?.to[code]).toBe(to);
    const theirs = await olga.harness.extensionPage('popup');
    await seeCount(theirs, name, 'issued', 3);
    const rows = (await exportedHistory(olga.harness, theirs, name)).filter((row) => row.issued_to !== '');
    expect(rows.map((row) => [row.issued_to, row.code, row.issued_by]).sort()).toEqual(
      [...given].map(([to, code]) => [to, code, 'Ben']).sort(),
    );
    expect(rows.filter((row) => (row.issued_at ?? '') >= back)).toEqual([]);
    await theirs.close();
  });

  it('come back when their holder returns them', async () => {
    await take(popup, 4);
    await popup.click(test('lease-return'));
    await seeCount(popup, name, 'available', total - 3);
    await popup.waitFor(() => document.querySelector('[data-testid="lease"]') === null);
  });

  it('are canceled by an owner for good; who got one meanwhile stays known, and its giver is told', async () => {
    await take(popup, 2);
    await openColleagues(olga);
    await olga.workspace.see(`${test('lease')}[data-name="Ben"][data-left="2"]`);
    ben.harness.engine.cut('closed');
    await seeOffline(popup, 2);
    await give(popup, 'Emil');
    await olga.workspace.click(test('lease-cancel'));
    await olga.workspace.click(test('lease-cancel-yes'));
    await olga.workspace.waitFor(() => document.querySelector('[data-testid="lease"]') === null);
    ben.harness.engine.mend();
    await popup.see(`${test('lease-book')} [role="alert"]`);
    await popup.click(test('lease-read'));
    await popup.waitFor(() => document.querySelector('[data-testid="lease-book"]') === null);
    await seeCount(popup, name, 'void', 2);
    const rows = await exportedHistory(ben.harness, popup, name);
    const emils = rows.find((row) => row.code === given.get('Emil'));
    expect(emils).toMatchObject({ state: 'void', issued_to: 'Emil', issued_by: 'Ben' });
    await copies();
  });
});
