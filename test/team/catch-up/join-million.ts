/**
 * Somebody new in a team with a large pool: `npx tsx test/team/catch-up/join-million.ts [codes] [acts]`, a million and
 * 100,000 where nothing is said. Over a cluster of three machines, in pages of the built extension: the owner imports the
 * codes by her own page, a colleague writes the acts, and somebody new joins by invitation and ticket as the settings have
 * it.
 */

import { readInvitation } from '../../../src/team/members/invitation.ts';
import { ringOf } from '../../../src/team/members/key-ring.ts';
import { chainOf, chainStart } from '../../../src/team/sealing/chain.ts';
import { answerInvitation, readTicket, takeSeat } from '../../../src/team/seat/joining.ts';
import type { Seat } from '../../../src/team/seat/seat.ts';
import { getTicket, openColleagues, seeStanding } from '../../browser/team/by-settings.ts';
import { Member as InBrowser } from '../../browser/team/member.ts';
import { giveTo, seeCount, test } from '../../browser/team/pages.ts';
import { TeamOf } from '../../browser/team/team-of.ts';
import { trust } from '../cluster/node-sockets.ts';
import { logOnDisk } from '../race/engine-figures.ts';
import { logOf, Member, type Sight } from '../year/member.ts';

const [count = 1_000_000, acts = 100_000] = process.argv.slice(2).map(Number);
const name = 'Million';
const atOnce = 64;
/** So many members write, each one entry at a time. */
const writers = 8;

const say = (text: string) => process.stdout.write(`${text}\n`);
const began = performance.now();
const since = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Somebody in this process, with a seat of their own. */
async function colleague(team: TeamOf, who: string): Promise<Seat> {
  const invited = await readInvitation(await team.owner.ask('invite'));
  if (invited.kind !== 'invitation') throw new Error(invited.problem);
  const waiting = await answerInvitation(invited.invitation, who);
  const told = await team.owner.ask('admit', waiting.answer?.text ?? '', 'giver');
  const ticket = await readTicket(told, waiting.me.card.id);
  if (ticket === null || ticket === 'other') throw new Error('no ticket');
  const seat = { ...waiting, token: ticket.token };
  const log = logOf(seat);
  const taken = await takeSeat(seat, log, AbortSignal.timeout(120_000));
  await log.close();
  if (!taken) throw new Error('not added');
  return taken;
}

/** Follows the log's chain, and nothing else of it. */
function sightOf(seat: Seat, signal: AbortSignal): { sight: Sight; ended: Promise<void> } {
  const sight = { seq: 0, chain: '', ring: ringOf(seat.keys) };
  const follow = async () => {
    sight.chain = await chainStart(seat.team);
    const log = logOf(seat);
    for await (const { seq, bytes } of log.follow(0, signal)) {
      // Both at once, for whoever looks.
      const chain = await chainOf(sight.chain, bytes);
      Object.assign(sight, { seq, chain });
    }
    await log.close();
  };
  return { sight, ended: follow() };
}

const team = await TeamOf.start([['Olga', 'chromium']]);
trust(team.cluster.certificate);
try {
  const { owner } = team;
  const importing = performance.now();
  const promotionId = await owner.ask('add', name, 0, count);
  say(`${count} codes imported in the owner’s page: ${since(importing)}`);

  const writing = performance.now();
  const stop = new AbortController();
  const seats: Seat[] = [];
  for (let n = 0; n < writers; n++) seats.push(await colleague(team, `Colleague ${n}`));
  const { sight, ended } = sightOf(seats[0] as Seat, stop.signal);
  const last = async () => (await logOnDisk(team.cluster)).last;
  const end = await last();
  while (sight.seq < end) await new Promise((done) => setTimeout(done, 20));
  const colleagues = seats.map((seat) => new Member(seat, sight, async () => new Set()));
  for (const each of colleagues) await each.introduce();
  for (let n = 0; n < acts; n += atOnce) {
    // Nobody writes further than the others can compare.
    while ((colleagues[0]?.behind() ?? 0) > 2000) await new Promise((done) => setTimeout(done, 5));
    const some = Array.from({ length: Math.min(atOnce, acts - n) }, (_, i) => {
      const to = { to: `Person ${n + i}`, handle: '', channel: 'Mail', note: '' };
      return colleagues[i % writers]?.act('issueNext', [promotionId, 1, to]);
    });
    await Promise.all(some);
  }
  for (const each of colleagues) await each.close();
  stop.abort();
  await ended;
  say(`${acts} acts written: ${since(writing)}`);
  await owner.followed(await last(), 3_600_000);
  say(`followed in the owner’s page: ${since(writing)} after the first`);

  const cleo = await InBrowser.start('Cleo', 'chromium');
  team.members.push(cleo);
  cleo.harness.engine.lead(team.cluster.servers, { read: false });
  await openColleagues(owner);
  await openColleagues(cleo);
  const inviting = performance.now();
  await getTicket(owner, cleo);
  say(`invitation, answer, snapshot, and ticket: ${since(inviting)}`);
  const popup = await cleo.harness.extensionPage('popup');
  const taking = performance.now();
  await cleo.workspace.click(test('team-take-seat'));
  const code = await giveTo(popup, name, 'First');
  say(`from taking the ticket to the first code shown (${code}): ${since(taking)}`);
  await popup.waitFor(() => document.querySelector('[data-testid="team-notice"]') === null, undefined, {
    ...{ timeout: 600_000, what: 'the history to be here' },
  });
  await seeStanding(cleo, 'current');
  say(`until the whole history is here: ${since(taking)}`);
  await seeCount(popup, name, 'issued', acts + 1);
  const end2 = await last();
  await owner.followed(end2);
  await cleo.followed(end2);
  const [hers, his] = [await owner.ask('audit'), await cleo.ask('audit')];
  const alike = hers.checksum === his.checksum && hers.faults.length + his.faults.length === 0;
  say(`copies: ${alike ? 'alike and whole' : JSON.stringify([hers, his])}`);
  const { bytes } = await logOnDisk(team.cluster);
  say(
    `${end2} entries, ${(bytes / 1e6).toFixed(1)} MB of log on each machine; all of it took ${since(began)}`,
  );
  process.exitCode = alike ? 0 : 1;
} finally {
  await team.close();
}
process.exit();
