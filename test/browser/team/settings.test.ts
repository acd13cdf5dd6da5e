import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineTokens } from '../../../src/team/access/accounts.ts';
import { Cluster } from '../../team/cluster/cluster.ts';
import { browsers } from '../browsers.ts';
import { beginTeam, foundTeamOn, joinTeam, openColleagues } from './by-settings.ts';
import { Member } from './member.ts';
import { giveTo, issued, seeCount, test } from './pages.ts';

const name = 'Shared';

describe.each(browsers)('a team from its settings in %s', (browser) => {
  let olga: Member;
  let ben: Member;
  let cluster: Cluster;
  let promotionId: string;
  let annas: string;
  beforeAll(async () => {
    [olga, ben] = await Promise.all([Member.start('Olga', browser), Member.start('Ben', browser)]);
    await Promise.all([openColleagues(olga), openColleagues(ben)]);
  });
  afterAll(async () => {
    await Promise.allSettled([olga?.close(), ben?.close()]);
    await cluster?.stop();
  });

  it('is founded on an engine that is set up with its files', async () => {
    const { workspace, harness } = olga;
    const { team, keys } = await beginTeam(olga);
    await workspace.click(test('team-file-1'));
    const file = readFileSync(await harness.download(/\.conf$/), 'utf8');
    cluster = await Cluster.start({ team, keys });
    // What the machines of this test run with is what the file says, but for ports and folders.
    const { operator } = engineTokens(keys, team, { now: keys.made });
    expect(file).toContain(operator);
    for (const member of [olga, ben]) member.harness.engine.lead(cluster.servers);
    await foundTeamOn(olga, cluster.servers);
    await workspace.see(`${test('team-member')}[data-name="Olga"][data-role="owner"]`);
  });

  it('is joined by an invitation, an answer, digits that both compare, and a ticket', async () => {
    const { hers, his } = await joinTeam(olga, ben);
    expect(hers).toBe(his);
    expect(hers).toMatch(/\d/);
    for (const { workspace } of [olga, ben])
      await workspace.see(`${test('team-member')}[data-name="Ben"][data-role="giver"]`);
  });

  it('has its new member give out of what the founder took in', async () => {
    promotionId = await olga.ask('add', name, 0, 20);
    const popup = await ben.harness.extensionPage('popup');
    await seeCount(popup, name, 'available', 20);
    annas = await giveTo(popup, name, 'Anna');
    const theirs = await olga.harness.extensionPage('popup');
    await seeCount(theirs, name, 'issued', 1);
    await theirs.close();
    await popup.close();
  });

  it('has a member who was removed give out nothing more, and see nothing of what comes after', async () => {
    await olga.workspace.bringToFront();
    await olga.workspace.click(test('team-remove'));
    await olga.workspace.click(test('team-remove-yes'));
    await olga.workspace.waitFor(
      () => document.querySelector('[data-testid="team-member"][data-name="Ben"]') === null,
    );
    expect(await ben.ask('give', promotionId, 1, 'Too late')).toHaveProperty('problem');
    const popup = await ben.harness.extensionPage('popup');
    const off = '[data-testid="issue-next"]:disabled[aria-describedby]';
    for (const control of [off, '[data-testid="give-out-several"]:disabled']) await popup.see(control);
    await popup.see(test('give-stopped'));
    await openColleagues(ben);
    await ben.workspace.see('.team-standing-gone');
    expect(await ben.workspace.evaluate(() => document.querySelector('[data-testid="team-leases"]'))).toBe(
      null,
    );
    // The last one that was given out stands there still, and no other.
    expect(['', annas]).toContain(await issued(popup));
    expect(await olga.ask('give', promotionId, 1, 'Secret')).toHaveProperty('codes');
    const [hers, his] = [await olga.ask('look', promotionId), await ben.ask('look', promotionId)];
    const whom = (to: Record<string, string>) => Object.values(to).filter((each) => each !== '');
    expect(whom(hers.to)).toEqual(['Anna', 'Secret']);
    expect(whom(his.to)).toEqual(['Anna']);
    expect(hers.faults).toEqual([]);
  });

  it('warns of the member who was removed until the owner says that the files are there', async () => {
    const due = test('team-engine-due');
    expect(await olga.workspace.text(due)).toContain('Ben');
    await olga.workspace.click(test('team-struck-out'));
    await olga.workspace.waitFor((what: string) => document.querySelector(what) === null, due);
  });
});
