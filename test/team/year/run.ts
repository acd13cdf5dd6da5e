/**
 * A year of a team of fifty: `npx tsx test/team/year/run.ts [days] [acts a day]`, 250 days of 400 acts where nothing is
 * said, over a real engine of one machine. Members write with keys and rights of their own; a few have copies of the codes.
 */
import 'fake-indexeddb/auto';
import { execFileSync } from 'node:child_process';
import { revision } from '../../../src/ledger/index.ts';
import { mySecret, nextKeys } from '../../../src/team/members/key-ring.ts';
import { presentMembers } from '../../../src/team/members/members.ts';
import { layTickets } from '../../../src/team/pages/renewal.ts';
import { foundTeam, ownToken, prepareTeam } from '../../../src/team/seat/founding.ts';
import { Chance } from '../../chance.ts';
import { Cluster } from '../cluster/cluster.ts';
import { streamsOnDisk } from '../race/engine-figures.ts';
import { Browser } from './browser.ts';
import { Office } from './day.ts';
import { logOf, Member } from './member.ts';
import { Out } from './out.ts';
import { countTraffic } from './traffic.ts';

const [days = 250, perDay = 400] = process.argv.slice(2).map(Number);
const [week, month, turnover, codesAWeek] = [5, 22, 10, 5000];
const lastWeeks = 10;
const dayMs = 24 * 3_600_000;

const say = (text: string) => process.stdout.write(`${text}\n`);
const count = (value: number) => new Intl.NumberFormat('en').format(Math.round(value));
const mega = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const took = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const began = performance.now();
  const done = await work();
  return [done, performance.now() - began];
}

const prepared = await prepareTeam('Olga', 1);
const cluster = await Cluster.start({ team: prepared.team, keys: prepared.owner?.engine, machines: 1 });
const traffic = countTraffic(cluster.certificate);
const placed = { ...prepared, token: ownToken(prepared), engines: cluster.servers };
const log = logOf(placed, 1);
const seat = await foundTeam(placed, log);
const founder = await Browser.open(seat);
await founder.whole(1);
const out = new Out();
out.listen(founder.session);
const chance = new Chance(20261201);
const office = new Office(founder.db, chance, out);

const givers: Member[] = [];
for (let n = 0; n < 40; n++) givers.push(await Member.join(founder, `Giver ${n}`, 'giver'));
for (const role of ['owner', 'viewer'] as const)
  for (let n = 0; n < (role === 'owner' ? 2 : 7); n++) await Member.join(founder, `${role} ${n}`, role);
// A second copy, which is open every day only in the end: to follow all of it live takes as long again.
let ben = await Browser.fromSnapshot(founder, 'Ben');

const tip = async () => (await log.bounds()).last;
const settled = async () => founder.whole(await tip());
await ben.whole(await tip());
await ben.close();
let made: Awaited<ReturnType<typeof founder.session.snapshots.layIfDue>> = null;
let [gone, forgotten, forgetMs, snapshots, layMs, joined] = [0, 0, 0, 0, 0, 40];
let awayMonth: Browser | null = null;
let awayDay: Browser | null = null;

async function oneLeavesAndOneComes(): Promise<void> {
  const [leaver] = givers.splice(chance.below(givers.length), 1);
  const { members } = founder.session.follower;
  const secret = members && (await mySecret(members, seat.me));
  if (!leaver || !members || !secret) throw new Error('nobody to leave');
  const staying = presentMembers(members).flatMap(({ card }) => (card.id === leaver.id ? [] : [card]));
  const { handed } = await nextKeys(seat.team, secret, staying);
  const done = await founder.session.memberAct({ kind: 'remove', member: leaver.id } as never, handed);
  if (!done.done) throw done.problem;
  await leaver.close();
  gone++;
  givers.push(await Member.join(founder, `Giver ${joined++}`, 'giver'));
}

const began = performance.now();
let sampled = { messages: 0, bytes: 0, acts: 0 };
for (let day = 0; day < days; day++) {
  if (day === Math.max(0, days - month)) awayMonth = await away('Away a month');
  if (day === Math.max(0, days - lastWeeks)) {
    ben = await ben.again();
    await ben.whole(await tip());
  }
  if (day === days - 1) awayDay = await away('Away a day');
  if (day % week === 0) {
    await office.addCodes(chance.of(givers), codesAWeek, await revision(founder.db));
    await settled();
    office.promotionId = await office.newest();
  }
  if (day % turnover === turnover - 1) await oneLeavesAndOneComes();
  traffic.begin();
  const before = await tip();
  await office.work(givers, perDay);
  await settled();
  if (day >= days - lastWeeks) await ben.whole(await tip());
  sampled = { ...traffic.end(), acts: (await tip()) - before };
  if (day % week === week - 1) {
    [, forgetMs] = await timed(() => founder.act('forgetPerson', [[office.somebody()]]));
    Member.timesForgotten = ++forgotten;
  }
  // Their Claimcheck renews tickets and lays snapshots hourly; here once a day.
  const { members } = founder.session.follower;
  const today = Date.now() + Math.floor((day * 7) / week) * dayMs;
  if (members) await layTickets(log, seat, members, today);
  const [now, ms] = await timed(() => founder.session.snapshots.layIfDue(made));
  if (now !== made) [snapshots, layMs] = [snapshots + 1, ms];
  made = now;
  if (day % 25 === 24)
    process.stderr.write(
      `  day ${day + 1}: ${count(await tip())} entries, ${took(performance.now() - began)}\n`,
    );
}
const simulated = performance.now() - began;

/** Somebody who is here up to now, and then away. */
async function away(name: string): Promise<Browser> {
  const browser = await Browser.fromSnapshot(founder, name);
  await browser.whole(await tip());
  await browser.close();
  return browser;
}

const entries = await tip();
const { log: onLog, objects, keys } = await streamsOnDisk(cluster);
const disk = Number(
  execFileSync('du', ['-sb', cluster.disks[0] ?? ''])
    .toString()
    .split('\t')[0],
);
say(
  `${days} days of ${perDay} acts by 50 members: ${took(simulated)}, of which the last snapshot ${took(layMs)}`,
);
say(
  `  entries: ${count(entries)}, ${mega(onLog.bytes)} of log, ${Math.round(onLog.bytes / entries)} bytes each`,
);
say(`  objects: ${count(objects.messages)} messages, ${mega(objects.bytes)}; ${snapshots} snapshots`);
say(
  `  keys of people: ${count(keys.messages)}, ${mega(keys.bytes)}; ${forgotten} people forgotten, the last in ${took(forgetMs)}, ${gone} members left`,
);
say(`  one machine’s disk: ${mega(disk)}`);
say(
  `  the last day: ${count(sampled.acts)} entries, ${count(sampled.messages)} messages, ${mega(sampled.bytes)} on all connections (42 that write, 2 copies)`,
);
say(
  `  codes out: ${count(out.count)}, twice: ${out.twice.length}; refused: ${JSON.stringify(Object.fromEntries(out.refused))}`,
);

const back = async (who: Browser | null, name: string): Promise<Browser> => {
  if (!who) throw new Error(name);
  const missed = (await tip()) - who.session.follower.seq;
  const [browser, ms] = await timed(async () => {
    const opened = await who.again();
    await opened.whole(await tip());
    return opened;
  });
  say(`  ${name}: ${count(missed)} entries in ${took(ms)}`);
  return browser;
};
const rss = () => mega(process.memoryUsage().rss);
const copies: [string, Browser][] = [
  ['owner', founder],
  ['giver', ben],
  ['away for a day', await back(awayDay, 'away for a day')],
  ['away for a month', await back(awayMonth, 'away for a month')],
];

let ticket = 0;
const late = await Browser.fromSnapshot(founder, 'Late', () => {
  ticket = performance.now();
});
await late.act('issueNext', [office.promotionId, 1, { to: 'First', handle: '', channel: '', note: '' }]);
const first = performance.now() - ticket;
await late.whole(await tip());
say(
  `  somebody new, by snapshot: a first code after ${took(first)}, the whole history after ${took(performance.now() - ticket)}`,
);
copies.push(['by snapshot', late]);
const [reader, readMs] = await timed(async () => {
  const browser = await Browser.fromLog(founder, 'Reader');
  await browser.whole(await tip());
  return browser;
});
say(`  somebody new, by the log from its beginning: ${took(readMs)}`);
copies.push(['from the beginning', reader]);
say(`  memory of this process, with ${copies.length} copies in it: ${rss()}`);

const end = await tip();
for (const [, browser] of copies) await browser.whole(end);
const looked: { name: string; sum: string; faults: number }[] = [];
for (const [name, browser] of copies) looked.push({ name, ...(await browser.look()) });
const unlike = looked.filter(({ sum, faults }) => sum !== looked[0]?.sum || faults > 0);
say(`  copies: ${looked.map(({ name }) => name).join(', ')}; unlike: ${JSON.stringify(unlike)}`);
const good = unlike.length === 0 && out.twice.length === 0;
say(good ? 'Good: all copies alike and whole, and no code out twice.' : 'FAILED: see above.');
await cluster.stop();
process.exit(good ? 0 : 1);
