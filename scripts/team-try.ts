import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import type { BrowserName } from '../test/browser/harness/index.ts';
import { beginTeam, foundTeamOn, joinTeam, openColleagues } from '../test/browser/team/by-settings.ts';
import { Member } from '../test/browser/team/member.ts';
import { exportedHistory, giveInVain, giveTo, seeCount, test } from '../test/browser/team/pages.ts';
import { filesIn, readableIn } from '../test/browser/team/readable.ts';
import { teamBuilds } from '../test/browser/team/team-build.ts';
import { Cluster } from '../test/team/cluster/cluster.ts';

const folder = resolve('out/team');
const name = 'Garlic-IG-01';
const people: readonly (readonly [string, BrowserName])[] = [
  ['Olga', 'chromium'],
  ['Ben', 'firefox'],
  ['Cleo', 'chromium'],
];
const codes = Array.from({ length: 60 }, (_, at) => `7GM3-ABC${String(at + 100)}-XYZ234`);
const stays = process.argv.includes('--stay');
const hasScreen =
  process.env.CI === undefined &&
  (process.platform === 'darwin' ||
    process.platform === 'win32' ||
    Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY));
let steps = 0;

if (stays && !hasScreen)
  console.log('There is no screen to leave browsers open on; this is the scene instead.\n');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const members = await Promise.all(
  people.map(([who, browser]) =>
    Member.start(who, browser, {
      extension: teamBuilds[browser],
      headless: !hasScreen,
      clipboard: !hasScreen,
    }),
  ),
);
let cluster: Cluster | null = null;
const end = async () => {
  await Promise.allSettled(members.map((member) => member.close()));
  await cluster?.stop();
};
try {
  cluster = await gather();
  if (stays && hasScreen) {
    console.log(`
Three windows are open: Olga, who founded the team, Ben and Cleo. Give out codes in any of them; the others see it.
Settings, Colleagues shows who belongs to the team. The engine's machines: ${cluster.servers.join(', ')}.
Press Ctrl+C here to end; nothing of it is kept.`);
    await new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        // The browsers' drivers would end this process before all is taken away.
        process.removeAllListeners(signal);
        process.once(signal, resolve);
      }
    });
  } else await scene(cluster);
} finally {
  await end();
}
process.exit(0);

async function step(what: string, picture: string, member = members[0] as Member): Promise<void> {
  steps++;
  const file = `${String(steps).padStart(2, '0')}-${picture}.png`;
  await member.workspace.screenshot(join(folder, file));
  console.log(`${String(steps).padStart(2)}. ${what}\n    → ${file}`);
}

/** The team, as it is made by its members, with codes in its pool. */
async function gather(): Promise<Cluster> {
  const [olga, ...others] = members as [Member, ...Member[]];
  await Promise.all(members.map(openColleagues));
  const { team, keys } = await beginTeam(olga);
  await step('Olga begins a team: Settings, Colleagues, Start a team.', 'begin');
  const machines = await Cluster.start({ team, keys });
  for (const { harness } of members) harness.engine.lead(machines.servers);
  console.log(`    Three machines run now, each with its file: ${machines.servers.join(', ')}`);
  await foundTeamOn(olga, machines.servers);
  await step('She founds it on them.', 'founded');
  for (const member of others) {
    const { hers, his } = await joinTeam(olga, member);
    if (hers !== his) throw new Error('The digits differ.');
    await step(`${member.name} joins. Both compared ${his.replace(/\s+/g, ' ').trim()}.`, 'joined', member);
  }
  const path = join(olga.harness.downloads, 'codes.zip');
  writeFileSync(path, zipSync({ 'codes.txt': new TextEncoder().encode(codes.join('\r\n')) }));
  await olga.workspace.evaluate(() => {
    location.hash = '#/';
  });
  await olga.workspace.setFiles(test('import-codes'), [path]);
  await olga.workspace.see(test('import-preview'));
  await olga.workspace.type(test('import-promotion'), name);
  await olga.workspace.click(test('import-confirm'));
  for (const { workspace } of members.slice(1))
    await workspace.evaluate(() => {
      location.hash = '#/';
    });
  for (const { workspace } of members) await seeCount(workspace, name, 'available', codes.length);
  await step(`She takes in a ZIP of ${codes.length} codes; all three have them.`, 'imported', others[0]);
  return machines;
}

async function scene(machines: Cluster): Promise<void> {
  const popups = await Promise.all(members.map(({ harness }) => harness.extensionPage('popup')));
  const popup = (at: number) => popups[at] as (typeof popups)[number];
  const giveAll = (round: string) =>
    Promise.all(members.map(({ name: who }, at) => giveTo(popup(at), name, `${round} of ${who}`)));
  const first = await giveAll('Friend');
  await step(`All three give out at the same moment: ${first.join(', ')}.`, 'given');
  await machines.kill(0);
  const second = await giveAll('Cousin');
  await step(`One machine is killed, and they go on: ${second.join(', ')}.`, 'one-down');
  await Promise.all([machines.kill(1), machines.kill(2)]);
  const told = await giveInVain(popup(1), name, 'Nobody');
  await step(`With all three down Ben gets no code. He reads: “${told}”`, 'all-down', members[1]);
  for (const machine of [0, 1, 2]) await machines.restart(machine);
  const third = await giveAll('Aunt');
  await step(`The machines are back, and so are they: ${third.join(', ')}.`, 'back');
  const [olga] = members as [Member];
  const history = (await exportedHistory(olga.harness, popup(0), name)).filter((row) => row.issued_to !== '');
  console.log('    Everybody’s history:');
  for (const row of history) console.log(`      ${row.code} to ${row.issued_to}, by ${row.issued_by}`);
  const readable = readableIn(filesIn(machines.disks), [
    ...codes,
    name,
    ...history.map((row) => row.issued_to ?? ''),
  ]);
  console.log(
    `    On the machines’ disks, codes, names and the promotion’s name can be read ${readable.length} times.`,
  );
  console.log(`\nThe pictures are in ${folder}. npm run team:try -- --stay leaves the browsers open.`);
}
