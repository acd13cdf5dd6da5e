import { TeamOf } from '../browser/team/team-of.ts';
import { isClean } from '../team/race/attempts.ts';
import { lastPlace, logOnDisk } from '../team/race/engine-figures.ts';
import { race } from '../team/race/race.ts';
import type { Row } from './report.ts';
import { quantile } from './stats.ts';

const people = ['Olga', 'Ben', 'Cleo', 'Dan', 'Eve'];
/** How many codes one member gives out while the others look on, and for how many all race. */
const alone = 200;
const raced = 1000;

/** A team of five browsers over a cluster of three machines: giving out alone, all at once, and somebody new catching up. */
export async function measureTeam(): Promise<Row[]> {
  const team = await TeamOf.start(people.map((name) => [name, 'chromium']));
  try {
    const promotionId = await team.owner.ask('add', 'Alone', 0, alone);
    const singles: number[] = [];
    for (let n = 0; n < alone; n++) {
      const given = await team.owner.ask('give', promotionId, 1, `alone ${n}`);
      if ('problem' in given) throw new Error(given.problem);
      singles.push(given.ms);
    }
    const before = await logOnDisk(team.cluster);
    const { verdict, racers } = await race(team, { count: raced, seed: 1, way: 'give', faults: false });
    if (!isClean(verdict)) throw new Error(JSON.stringify(verdict));
    const after = await logOnDisk(team.cluster);
    const newcomer = await team.join('Fay', 'chromium');
    const last = await lastPlace(team.cluster);
    await newcomer.followed(last);
    const under = racers.flatMap((racer) => racer.singles);
    const perAct = (after.bytes - before.bytes) / (after.last - before.last);
    return [
      ...times('team-alone', 'give out one code of a team, alone', singles),
      ...times('team-raced', 'give out one code of a team, five racing', under),
      {
        ...{ id: 'team-catch-up', name: 'somebody new takes in a team’s log from its beginning' },
        ...{ value: (last * 1000) / (newcomer.joined ?? Number.NaN), unit: 'entries/s' },
      },
      { id: 'team-entry', name: 'one entry of a team’s log on a machine', value: perAct, unit: 'bytes' },
    ];
  } finally {
    await team.close();
  }
}

function times(id: string, name: string, values: readonly number[]): Row[] {
  return [50, 99].map((percent) => ({
    ...{ id: `${id}-p${percent}`, name: `${name}, p${percent}` },
    ...{ value: quantile(values, percent / 100), unit: 'ms' },
  }));
}
