import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cluster } from '../../team/cluster/cluster.ts';
import { browsers } from '../browsers.ts';
import { beginTeam, engineOf, foundTeamOn, openColleagues, seeStanding } from './by-settings.ts';
import { Member } from './member.ts';
import { giveTo, paste, seeCount, test } from './pages.ts';

const name = 'Shared';

describe.each(browsers)('a recovery key in %s', (browser) => {
  let olga: Member;
  let again: Member;
  let cluster: Cluster;
  let key: string;
  let code: string;
  beforeAll(async () => {
    olga = await Member.start('Olga', browser);
    await openColleagues(olga);
    const { team, keys } = await beginTeam(olga);
    cluster = await Cluster.start({ team, keys });
    olga.harness.engine.lead(cluster.servers);
    await foundTeamOn(olga, cluster.servers);
    await olga.ask('add', name, 0, 20);
  });
  const textOf = (part: string) =>
    olga.workspace.waitFor(
      (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.dataset.text,
      `team-recovery-shown-${part}`,
      { what: `the ${part} on paper` },
    );
  afterAll(async () => {
    await Promise.allSettled([olga?.close(), again?.close()]);
    await cluster?.stop();
  });

  it('is made, shown once, and printed alone', async () => {
    const { workspace } = olga;
    await workspace.click(test('team-recovery-make'));
    [key, code] = [await textOf('key'), await textOf('code')];
    expect(key).toMatch(/^([0-9A-Z]{5}-){7}[0-9A-Z]{5}$/);
    expect(
      await workspace.evaluate(() => document.querySelector('[data-testid="team-recovery-reload"]')),
    ).toBeNull();
    // What goes to the printer is there while it prints, and has all of it.
    await workspace.evaluate(() => {
      window.print = () => {
        document.documentElement.dataset.printed =
          document.querySelector('[data-testid="team-recovery-printed"]')?.textContent ?? '';
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    await workspace.click(test('team-recovery-print'));
    const printed = await workspace.waitFor(() => document.documentElement.dataset.printed);
    for (const part of [...key.split('-'), ...code.split('-'), ...cluster.servers])
      expect(printed).toContain(part);
    await workspace.click(test('team-recovery-done'));
    await workspace.see(test('team-recovery-since'));
    expect(await workspace.evaluate(() => document.body.textContent)).not.toContain(key.slice(0, 5));
  });

  it('is made anew, and works as soon as the engine has loaded its files: the page says so when it is looked at', async () => {
    const { workspace } = olga;
    await workspace.click(test('team-recovery-make'));
    await workspace.click(test('team-recovery-yes'));
    await workspace.see(test('team-recovery-reload'));
    key = await textOf('key');
    await workspace.click(test('team-recovery-done'));
    await workspace.see(test('team-recovery-reload'));
    await workspace.click(test('team-recovery-again'));
    await workspace.see(`${test('team-recovery-again')}:enabled`);
    cluster.load((await engineOf(workspace)).keys);
    await workspace.waitFor(
      () => {
        window.dispatchEvent(new Event('focus'));
        return document.querySelector('[data-testid="team-recovery-works"]')?.textContent;
      },
      undefined,
      { what: 'the page to say that the engine knows the key' },
    );
    expect(
      await workspace.evaluate(() => document.querySelector('[data-testid="team-recovery-reload"]')),
    ).toBeNull();
  });

  it('takes the place of a browser that was thrown away', async () => {
    await olga.close();
    again = await Member.start('Olga again', browser);
    again.harness.engine.lead(cluster.servers);
    const { workspace } = again;
    await openColleagues(again);
    await workspace.click(test('team-restore'));
    const wrong = key.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'));
    await paste(workspace, test('team-restore-key'), wrong);
    await paste(workspace, test('team-restore-code'), code.toLowerCase());
    await paste(workspace, test('team-restore-addresses'), cluster.servers.join('\n'));
    await workspace.type(test('team-restore-name'), 'Olga again');
    await workspace.click(test('team-restore-go'));
    expect(await workspace.text('.cc-fault')).toContain('1');
    await paste(workspace, test('team-restore-key'), key);
    await workspace.click(test('team-restore-go'));
    await seeStanding(again, 'current');
    await workspace.see(`${test('team-member')}[data-name="Olga again"][data-role="owner"]`);
    await workspace.see(test('team-invite'));
    const popup = await again.harness.extensionPage('popup');
    await seeCount(popup, name, 'available', 20);
    expect(await giveTo(popup, name, 'Anna')).not.toBe('');
    await popup.close();
    // The browser that is lost is let in no more.
    await workspace.click(`${test('team-member')}[data-name="Olga"] ${test('team-remove')}`);
    await workspace.click(test('team-remove-yes'));
    await workspace.waitFor(() => document.querySelector('[data-testid="team-gone-open"]') !== null);
  });
});
