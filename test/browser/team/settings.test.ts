import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineKeys, engineTokens } from '../../../src/team/access/accounts.ts';
import { Cluster } from '../../team/cluster/cluster.ts';
import { browsers } from '../browsers.ts';
import { Member } from './member.ts';
import { giveTo, issued, paste, seeCount, test } from './pages.ts';

const name = 'Shared';
const settings = '#/settings/colleagues';

/** What the founder's browser keeps for the engine, which is set up with it. */
function keptKeys(): Promise<{ team: string; keys: EngineKeys }> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('claimcheck-seat');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const get = opening.result.transaction('seat').objectStore('seat').get('seat');
      get.onsuccess = () => {
        opening.result.close();
        resolve({ team: get.result.team, keys: get.result.owner.engine });
      };
    };
  });
}

describe.each(browsers)('a team from its settings in %s', (browser) => {
  let olga: Member;
  let ben: Member;
  let cluster: Cluster;
  let promotionId: string;
  let annas: string;
  beforeAll(async () => {
    [olga, ben] = await Promise.all([Member.start('Olga', browser), Member.start('Ben', browser)]);
    for (const { workspace } of [olga, ben])
      await workspace.evaluate((hash: string) => {
        location.hash = hash;
      }, settings);
  });
  afterAll(async () => {
    await Promise.allSettled([olga?.close(), ben?.close()]);
    await cluster?.stop();
  });

  const stands = ({ workspace }: Member, standing: string) =>
    workspace.see(`${test('team-standing')}[data-standing="${standing}"]`);

  it('is founded on an engine that is set up with its files', async () => {
    const { workspace, harness } = olga;
    await workspace.click(test('team-start'));
    await workspace.type(test('team-name'), 'Olga');
    await workspace.click(test('team-machines-3'));
    await workspace.click(test('team-file-1'));
    const file = readFileSync(await harness.download(/\.conf$/), 'utf8');
    const { team, keys } = await workspace.evaluate(keptKeys);
    cluster = await Cluster.start({ team, keys });
    // What the machines of this test run with is what the file says, but for ports and folders.
    const { operator } = engineTokens(keys, team, { now: keys.made });
    expect(file).toContain(operator);
    for (const member of [olga, ben]) member.harness.engine.lead(cluster.servers);
    await workspace.type(test('team-addresses'), cluster.servers.join(' '));
    await workspace.click(test('team-found'));
    await stands(olga, 'current');
    await workspace.see(`${test('team-member')}[data-name="Olga"][data-role="owner"]`);
  });

  it('is joined by an invitation, an answer, digits that both compare, and a ticket', async () => {
    await olga.workspace.click(test('team-invite'));
    const invitation = await olga.workspace.text(test('team-invitation-text'));
    await ben.workspace.click(test('team-join'));
    await paste(ben.workspace, test('team-invitation'), invitation);
    await ben.workspace.type(test('team-name'), 'Ben');
    await ben.workspace.click(test('team-answer-invitation'));
    const answer = await ben.workspace.text(test('team-answer'));
    const digits = await ben.workspace.text(test('team-digits'));
    await paste(olga.workspace, test('team-paste-answer'), answer);
    expect(await olga.workspace.text(test('team-digits'))).toBe(digits);
    await olga.workspace.click(test('team-add-giver'));
    const ticket = await olga.workspace.text(test('team-ticket-text'));
    await paste(ben.workspace, test('team-ticket'), ticket);
    await ben.workspace.click(test('team-take-seat'));
    await stands(ben, 'current');
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
    await popup.type(`[data-promotion="${name}"] ${test('give-to')}`, 'Too late again');
    await popup.click(`[data-promotion="${name}"] ${test('issue-next')}`);
    await popup.see('.cc-notice, .cc-fault, [role="alert"]');
    // The last one that was given out stands there still, and no other.
    expect(['', annas]).toContain(await issued(popup));
    expect(await olga.ask('give', promotionId, 1, 'Secret')).toHaveProperty('codes');
    const [hers, his] = [await olga.ask('look', promotionId), await ben.ask('look', promotionId)];
    const whom = (to: Record<string, string>) => Object.values(to).filter((each) => each !== '');
    expect(whom(hers.to)).toEqual(['Anna', 'Secret']);
    expect(whom(his.to)).toEqual(['Anna']);
    expect(hers.faults).toEqual([]);
  });
});
