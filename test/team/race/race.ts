import type { TeamOf } from '../../browser/team/team-of.ts';
import { Chance } from '../../chance.ts';
import { type Copy, judge, type Verdict } from './attempts.ts';
import { lastPlace } from './engine-figures.ts';
import { type Done, disturbMembers, killMachines } from './faults.ts';
import { Racer, type Way } from './racer.ts';

export interface RaceOptions {
  readonly count: number;
  readonly seed: number;
  readonly way: Way;
  /** Whether machines are killed, and members disturbed. */
  readonly faults: boolean;
}

export interface Raced {
  readonly verdict: Verdict;
  readonly racers: readonly Racer[];
  readonly done: Done;
  readonly seconds: number;
  /** Codes that are out, by the first member's copy. */
  readonly out: number;
}

let races = 0;

/** Has all members give out the same codes until there are none, and judges what came of it. */
export async function race(team: TeamOf, { count, seed, way, faults }: RaceOptions): Promise<Raced> {
  const chance = new Chance(seed);
  const promotionId = await team.owner.ask('add', `Race ${++races}`, races * 1e7, count);
  const last = await lastPlace(team.cluster);
  for (const member of team.members) await member.followed(last);
  const racers = team.members.map((member) => new Racer(member, new Chance(seed + member.name.length)));
  const stop = new AbortController();
  const done: Done = {};
  const began = performance.now();
  const disturbing = faults
    ? [
        killMachines(team.cluster, chance, stop.signal, done),
        disturbMembers(racers, new Chance(seed + 1), stop.signal, done),
      ]
    : [];
  const tell = setInterval(() => {
    const shown = racers.flatMap(({ attempts }) => attempts.flatMap(({ codes }) => codes)).length;
    process.stderr.write(`  ${Math.round((performance.now() - began) / 1000)} s: ${shown} shown\n`);
  }, 15_000);
  await Promise.all(racers.map((racer) => racer.run(promotionId, way))).finally(() => clearInterval(tell));
  const seconds = (performance.now() - began) / 1000;
  stop.abort();
  await Promise.all(disturbing);
  for (const racer of racers) await racer.settled();
  const copies = await copiesOf(team, promotionId);
  const verdict = judge(
    racers.flatMap(({ attempts }) => attempts),
    copies,
  );
  const out = Object.values(copies[0]?.to ?? {}).filter((name) => name !== '').length;
  return { verdict, racers, done, seconds, out };
}

/** What all members' copies say, once each has followed the log to its end. */
export async function copiesOf(team: TeamOf, promotionId: string): Promise<Copy[]> {
  const last = await lastPlace(team.cluster);
  for (const member of team.members) await member.followed(last);
  const copies: Copy[] = [];
  for (const member of team.members) {
    const { checksum, faults, to } = await member.ask('look', promotionId);
    copies.push({ member: member.name, checksum, faults, to });
  }
  return copies;
}
