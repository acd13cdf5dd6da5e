import type { EngineKeys } from '../../../src/team/access/accounts.ts';
import type { Member } from './member.ts';
import { paste, test } from './pages.ts';

/* The way into a team as people go it: Settings, Colleagues. */

/** Opens Settings, Colleagues in a member's workspace. */
export async function openColleagues({ workspace }: Member): Promise<void> {
  await workspace.evaluate(() => {
    location.hash = '#/settings/colleagues';
  });
}

/** Waits until the settings say that the browser stands so with its team. */
export async function seeStanding({ workspace }: Member, standing: string): Promise<void> {
  await workspace.see(`${test('team-standing')}[data-standing="${standing}"]`);
}

/** Begins a team; what its engine is to be set up with. */
export async function beginTeam({ name, workspace }: Member): Promise<{ team: string; keys: EngineKeys }> {
  await workspace.click(test('team-start'));
  await workspace.type(test('team-name'), name);
  await workspace.click(test('team-machines-3'));
  await workspace.see(test('team-found'));
  return engineOf(workspace);
}

/** What the founder's browser keeps for the engine now. */
export function engineOf(workspace: Member['workspace']): Promise<{ team: string; keys: EngineKeys }> {
  return workspace.evaluate(keptKeys);
}

/** Founds the team that was begun on an engine that runs. */
export async function foundTeamOn(owner: Member, servers: readonly string[]): Promise<void> {
  await owner.workspace.type(test('team-addresses'), servers.join(' '));
  await owner.workspace.click(test('team-found'));
  await seeStanding(owner, 'current');
}

/** Invites somebody, who answers and takes the seat; the digits that both saw. */
export async function joinTeam(owner: Member, member: Member): Promise<{ hers: string; his: string }> {
  const digits = await getTicket(owner, member);
  await member.workspace.click(test('team-take-seat'));
  await seeStanding(member, 'current');
  return digits;
}

/** The same up to the ticket, which somebody new has pasted and not taken yet. */
export async function getTicket(owner: Member, member: Member): Promise<{ hers: string; his: string }> {
  const [here, there] = [owner.workspace, member.workspace];
  await here.click(test('team-invite'));
  const invitation = await here.text(test('team-invitation-text'));
  await there.click(test('team-join'));
  await paste(there, test('team-invitation'), invitation);
  await there.type(test('team-name'), member.name);
  await there.click(test('team-answer-invitation'));
  await paste(here, test('team-paste-answer'), await there.text(test('team-answer')));
  const digits = { his: await there.text(test('team-digits')), hers: await here.text(test('team-digits')) };
  await here.click(test('team-add-giver'));
  await paste(there, test('team-ticket'), await here.text(test('team-ticket-text')));
  return digits;
}

/** What the founder's browser keeps for the engine. */
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
