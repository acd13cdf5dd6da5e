/* Five browsers give out of one pool while machines and browsers are killed; `npm run team:race -- [codes] [seed]`. */
import { TeamOf } from '../../browser/team/team-of.ts';
import { isClean, type Verdict } from './attempts.ts';
import { lastPlace, logOnDisk, percentile } from './engine-figures.ts';
import { race } from './race.ts';

const [count = 10_000, seed = 20261130] = process.argv.slice(2).map(Number);
const people = [
  ['Olga', 'chromium'],
  ['Ben', 'firefox'],
  ['Cleo', 'chromium'],
  ['Dan', 'firefox'],
  ['Eve', 'chromium'],
] as const;
/** How many codes one member gives out while the others look on. */
const alone = 100;
/** How many are raced for with the rule broken: enough for members to meet. */
const broken = 300;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

const times = (values: readonly number[]) =>
  `p50 ${percentile(values, 50).toFixed(1)} ms, p99 ${percentile(values, 99).toFixed(1)} ms (${values.length})`;

function tell(verdict: Verdict): void {
  const { doubles, lost, strays, gaps, unlike } = verdict;
  for (const [name, list] of Object.entries({ doubles, lost, strays, gaps, unlike }))
    say(`  ${name}: ${list.length}${list.length > 0 ? ` (${list.slice(0, 5).join('; ')} …)` : ''}`);
}

async function main(): Promise<boolean> {
  say(`${count} codes, seed ${seed}: ${people.map((each) => each.join(' in ')).join(', ')}`);
  const team = await TeamOf.start(people);
  try {
    const one = await team.owner.ask('add', 'Alone', 0, alone);
    const singles: number[] = [];
    for (let n = 0; n < alone; n++) {
      const given = await team.owner.ask('give', one, 1, `alone ${n}`);
      if ('ms' in given) singles.push(given.ms);
    }
    const before = await logOnDisk(team.cluster);
    const raced = await race(team, { count, seed, way: 'give', faults: true });
    const after = await logOnDisk(team.cluster);
    const { verdict, racers, done } = raced;
    say(`Raced for ${Math.round(raced.seconds)} s: ${JSON.stringify(done)}`);
    const problems: Record<string, number> = {};
    for (const racer of racers)
      for (const [name, times] of Object.entries(racer.problems))
        problems[name] = (problems[name] ?? 0) + times;
    say(`  tries: ${racers.map(({ member, attempts }) => `${member.name} ${attempts.length}`).join(', ')}`);
    say(`  told instead of codes: ${JSON.stringify(problems)}`);
    say(`  shown ${verdict.shown}, distinct ${verdict.distinct}, out ${raced.out} of ${count}`);
    say(`  acts without an answer: ${verdict.unsureDone} done, ${verdict.unsureNot} not`);
    tell(verdict);
    say(`  one code alone: ${times(singles)}`);
    say(`  one code under race: ${times(racers.flatMap((racer) => racer.singles))}`);
    const acts = after.last - before.last;
    say(`  ${acts} entries, ${Math.round((after.bytes - before.bytes) / acts)} bytes each on each machine`);

    const newcomer = await team.join('Fay', 'chromium');
    const last = await lastPlace(team.cluster);
    await newcomer.followed(last);
    say(`  a new member has followed ${last} entries after ${((newcomer.joined ?? 0) / 1000).toFixed(1)} s`);

    const good = isClean(verdict) && raced.out === count;
    const again = await race(team, { count: broken, seed, way: 'giveExpected', faults: false });
    say(`With the order rule broken: shown ${again.verdict.shown}, distinct ${again.verdict.distinct}`);
    tell(again.verdict);
    const isCaught = again.verdict.doubles.length > 0 && again.verdict.unlike.length === 0;
    say(good ? 'Good: nothing double, nothing lost, all copies alike.' : 'FAILED: see above.');
    say(isCaught ? 'And without the rule it fails, as it must.' : 'FAILED: the broken rule was not noticed.');
    return good && isCaught;
  } finally {
    await team.close();
  }
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
