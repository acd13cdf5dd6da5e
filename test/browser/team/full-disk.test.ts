import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copiesOf } from '../../team/race/race.ts';
import { browsers } from '../browsers.ts';
import type { Page } from '../harness/index.ts';
import { type SmallDisk, smallDisk } from '../harness/small-disk.ts';
import { openColleagues } from './by-settings.ts';
import type { Member } from './member.ts';
import { giveInVain, giveTo, issued, seeCount, test } from './pages.ts';
import { TeamOf } from './team-of.ts';

const name = 'Garlic-Disk';
const total = 40;
/** In megabytes: more than Chromium must have free, and little enough to be filled up at once. */
const size = 400;

/** Only an account that may mount can have a disk of its own. */
const mayMount = (() => {
  const disk = smallDisk(1);
  disk?.close();
  return disk !== null;
})();

/*
 * A disk, and not the browser's own quota: `unlimitedStorage` is there to free an extension of that one.
 */
describe.skipIf(!mayMount).each(browsers)('a member of a team whose disk is full in %s', (browser) => {
  let disk: SmallDisk;
  let team: TeamOf;
  let olga: Member;
  let ben: Member;
  let promotionId: string;
  let popup: Page;
  let out = 0;
  beforeAll(async () => {
    const mounted = smallDisk(size);
    if (!mounted) throw new Error('No disk could be mounted.');
    disk = mounted;
    team = await TeamOf.start([['Olga', browser]]);
    olga = team.owner;
    ben = await team.join('Ben', browser, { profile: disk.folder });
    promotionId = await olga.ask('add', name, 0, total);
    popup = await ben.harness.extensionPage('popup');
    await seeCount(popup, name, 'available', total);
  });
  afterAll(async () => {
    await team?.close();
    disk?.close();
  });

  /** Firefox may close the storage as a whole, and Claimcheck then says so. */
  const told = browser === 'chromium' ? /storage is full/ : /storage is full|closed Claimcheck’s storage/;

  const seeNotice = (page: Page) =>
    page.see(`${test('team-notice')}${browser === 'chromium' ? '[data-why="full"]' : ''}`);

  const seeNoNotice = (page: Page) =>
    page.waitFor(() => document.querySelector('[data-testid="team-notice"]') === null, undefined, {
      what: 'nothing to be wrong any more',
      timeout: 60_000,
    });

  /** A page whose storage Firefox has closed reads it again once it is loaded, as it says. */
  const loadedAgain = async () => {
    if (browser === 'chromium') return;
    await popup.close();
    popup = await ben.harness.extensionPage('popup');
    await ben.workspace.close();
    await ben.reopen();
  };

  /** Gives out a code in the owner's browser, whose disk is her own. */
  const giveElsewhere = async (to: string) => {
    expect(await olga.ask('give', promotionId, 1, to)).toHaveProperty('codes');
    out++;
  };

  /** How many codes went to somebody, in all copies, which must be alike and whole. */
  const codesOf = async (to: string) => {
    const copies = await copiesOf(team, promotionId);
    expect(new Set(copies.map(({ checksum }) => checksum)).size).toBe(1);
    expect(copies.flatMap(({ faults }) => faults)).toEqual([]);
    return Object.values(copies[0]?.to ?? {}).filter((name) => name === to).length;
  };

  /** Fills the disk. Firefox has a little for itself, enough for some codes, which are then truly given out. */
  const untilFull = async () => {
    disk.fill(0);
    const before = out;
    while ('codes' in (await ben.ask('give', promotionId, 1, 'Before it was full'))) out++;
    if (browser === 'chromium') expect(out).toBe(before);
  };

  it('shows no code that isn’t written here, and says why', async () => {
    await giveTo(popup, name, 'Anna');
    out++;
    const before = await issued(popup);
    await untilFull();
    expect(await giveInVain(popup, name, 'Nobody')).toMatch(told);
    expect([before, '']).toContain(await issued(popup));
    await olga.followed();
    const { to } = await olga.ask('look', promotionId);
    expect(Object.values(to).filter((whom) => whom === 'Nobody')).toEqual([]);
  });

  it('stops where colleagues give out and it can’t follow, and says what to do', async () => {
    await giveElsewhere('Bert');
    await giveElsewhere('Carla');
    await seeNotice(popup);
    await openColleagues(ben);
    await ben.workspace.see(`${test('team-standing')}[data-standing="stopped"]`);
    expect(await ben.workspace.text(test('team-standing'))).toMatch(
      browser === 'chromium' ? /Free up some disk space/ : /Free up some disk space|Reload this page/,
    );
  });

  it('goes on by itself once there is room, with the same codes as the others', async () => {
    disk.empty();
    await seeNoNotice(popup);
    await loadedAgain();
    expect(await codesOf('Bert')).toBe(1);
    await giveTo(popup, name, 'Dora');
    out++;
    expect(await codesOf('Dora')).toBe(1);
  });

  it('shows no code offline that can’t stand in its book, and gives it out once there is room', async () => {
    await popup.click(test('lease-take'));
    await popup.type(test('lease-count'), '12');
    await popup.click(test('lease-take-do'));
    await popup.see(`${test('lease')}[data-left="12"]`);
    for (const machine of [0, 1, 2]) await team.cluster.kill(machine);
    await popup.see(test('lease-offline'));
    await untilFull();
    const before = await issued(popup);
    // Beside it stands how many are left.
    await giveInVain(popup, name, 'Nobody');
    await popup.see({ css: '.cc-fault, [role="alert"]', text: 'storage' });
    expect([before, '']).toContain(await issued(popup));
    disk.empty();
    await loadedAgain();
    const code = await giveTo(popup, name, 'Emil');
    for (const machine of [0, 1, 2]) await team.cluster.restart(machine);
    await ben.followed();
    await popup.waitFor(() => document.querySelector('[data-testid="lease-book"]') === null, undefined, {
      what: 'the team to know what went out',
      timeout: 60_000,
    });
    expect(await codesOf('Nobody')).toBe(0);
    expect((await olga.ask('look', promotionId)).to[code]).toBe('Emil');
  });
});
