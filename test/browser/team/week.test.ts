import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isClean } from '../../team/race/attempts.ts';
import { copiesOf, race } from '../../team/race/race.ts';
import { browsers } from '../browsers.ts';
import type { Page } from '../harness/index.ts';
import type { Member } from './member.ts';
import { counts, exportedHistory, giveTo, openPromotion, seeCount, test } from './pages.ts';
import { filesIn, readableIn } from './readable.ts';
import { TeamOf } from './team-of.ts';

const name = 'Garlic-Team-01';
const order = '111-2223334-5556667';
const colleagues = ['Olga Ostrowska', 'Ben Brauer', 'Cleo Calandra'] as const;
const codes = Array.from({ length: 60 }, (_, at) => `7GM3-ABC${String(at + 100)}-XYZ234`);
const invited = Array.from({ length: 6 }, (_, at) => `Follower Number${at + 1}`);

describe.each(browsers)('a week of three members in %s', (browser) => {
  let team: TeamOf;
  let olga: Member;
  let cleo: Member;
  let popups: Page[];
  const given = new Map<string, string>();
  beforeAll(async () => {
    team = await TeamOf.start(
      colleagues.map((each) => [each, browser]),
      { read: true },
    );
    [olga, , cleo] = team.members as [Member, Member, Member];
  });
  afterAll(() => team?.close());

  /** Waits until all pages show a count. */
  const allSee = (count: string, value: number) =>
    Promise.all(popups.map((page) => seeCount(page, name, count, value)));

  const promotionId = async () => /promotion\/([0-9a-f-]+)/.exec(await cleo.workspace.url())?.[1] ?? '';

  it('Monday: one takes in a ZIP of codes, and all have them', async () => {
    const path = join(olga.harness.downloads, 'codes.zip');
    writeFileSync(path, zipSync({ 'codes.txt': new TextEncoder().encode(codes.join('\r\n')) }));
    const page = olga.workspace;
    await page.setFiles(test('import-codes'), [path]);
    await page.see(test('import-preview'));
    await page.type(test('import-promotion'), name);
    await page.click(test('import-confirm'));
    await seeCount(page, name, 'available', 60);
    popups = await Promise.all(team.members.map(({ harness }) => harness.extensionPage('popup')));
    await allSee('available', 60);
  });

  it('Tuesday: all three give out at once, nobody the same code', async () => {
    for (const round of [1, 2]) {
      const whom = colleagues.map((colleague) => `Friend${round} of ${colleague}`);
      const shown = await Promise.all(popups.map((page, at) => giveTo(page, name, whom[at] as string)));
      for (const [at, code] of shown.entries()) given.set(whom[at] as string, code);
    }
    expect(new Set(given.values()).size).toBe(6);
    expect([...given.values()].filter((code) => !codes.slice(0, 6).includes(code))).toEqual([]);
    await allSee('issued', 6);
  });

  it('Wednesday: one gives to a list in the workspace, another takes back a code', async () => {
    const page = cleo.workspace;
    await openPromotion(page, name);
    await page.click(test('give-list'));
    await page.type(test('give-list-paste'), invited.join('\n'));
    await page.click(test('give-list-read'));
    await page.click(test('give-list-confirm'));
    await page.see(test('give-list-given'));
    await allSee('issued', 12);
    const popup = popups[1] as Page;
    await popup.click(`[data-promotion="${name}"] ${test('undo-issue')}`);
    await popup.click(`[data-promotion="${name}"] ${test('undo-unseen')}`);
    await allSee('issued', 11);
    given.delete(`Friend2 of ${colleagues[1]}`);
  });

  it('Thursday: notes an order, which all count', async () => {
    const popup = popups[0] as Page;
    await popup.click(test('mark-used'));
    await popup.type(test('mark-used-code'), given.get(`Friend1 of ${colleagues[2]}`) ?? '');
    await popup.type(test('mark-used-order'), order);
    await popup.click(test('mark-used-confirm'));
    await allSee('redeemed', 1);
  });

  it('Friday: everybody’s history names who gave what, and all copies are alike', async () => {
    const [shown, ...others] = await Promise.all(popups.map((page) => counts(page, name)));
    for (const other of others) expect(other).toEqual(shown);
    expect(shown).toMatchObject({ total: '60', available: '49', redeemed: '1' });
    const [first, ...rest] = await Promise.all(
      team.members.map(({ harness }, at) => exportedHistory(harness, popups[at] as Page, name)),
    );
    for (const each of rest) expect(each).toEqual(first);
    const rows = (first ?? []).filter((row) => row.issued_to !== '');
    const by = Object.fromEntries(rows.map((row) => [row.issued_to, [row.code, row.issued_by]]));
    for (const [to, code] of given) expect(by[to]).toEqual([code, to.replace(/^Friend\d of /, '')]);
    for (const to of invited) expect(by[to]?.[1]).toBe(colleagues[2]);
    expect(rows).toHaveLength(given.size + invited.length);
    const copies = await copiesOf(team, await promotionId());
    expect(new Set(copies.map(({ checksum }) => checksum)).size).toBe(1);
    expect(copies.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('gives out what all race for, none twice and none left out; other than by the log’s order it would not', async () => {
    const raced = await race(team, { count: 45, seed: 1, way: 'give', faults: false });
    expect(isClean(raced.verdict), JSON.stringify(raced.verdict)).toBe(true);
    expect(raced.verdict).toMatchObject({ shown: 45, distinct: 45 });
    const { verdict } = await race(team, { count: 45, seed: 1, way: 'giveExpected', faults: false });
    expect(verdict.doubles).not.toEqual([]);
  });

  it('leaves nothing readable on the machines’ disks, nor on the way there', () => {
    const secrets = [
      ...codes,
      ...[name, order, 'codes.zip', 'codes.txt'],
      ...[...given.keys(), ...invited, ...colleagues],
    ];
    const disks = filesIn(team.cluster.disks);
    const traffic = team.members.map(({ harness }) => harness.engine.heard);
    // What is searched is what there is: ids can be read in both.
    expect(readableIn(disks, [team.cluster.team])).toEqual([team.cluster.team]);
    for (const heard of traffic)
      expect(readableIn([heard], [team.cluster.team])).toEqual([team.cluster.team]);
    expect(readableIn(disks, secrets)).toEqual([]);
    expect(readableIn(traffic, secrets)).toEqual([]);
  });

  it('asked the network for nothing but its team’s engine', () => {
    const machines = team.cluster.servers.map((server) => new URL(server).host);
    for (const { harness } of team.members) {
      expect(harness.attempts.filter((attempt) => !attempt.allowed)).toEqual([]);
      const elsewhere = harness.attempts.filter(({ host, port }) => !machines.includes(`${host}:${port}`));
      expect(elsewhere).toEqual([]);
    }
  });
});
