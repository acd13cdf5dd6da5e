import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../../chance.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { Racer } from './racer.ts';

/** How often each thing was done. */
export type Done = Record<string, number>;

/** Kills a machine of the engine every ten seconds and starts it again, until `signal` is raised. */
export async function killMachines(
  cluster: Cluster,
  chance: Chance,
  signal: AbortSignal,
  done: Done,
): Promise<void> {
  while (await passes(10_000, signal)) {
    const machine = chance.below(cluster.disks.length);
    await cluster.kill(machine);
    count(done, 'machines killed');
    // The others go on by themselves meanwhile.
    await sleep(chance.between(1000, 5000));
    await cluster.restart(machine);
  }
}

/** Kills browsers, closes pages and takes networks away, at random. */
export async function disturbMembers(
  racers: readonly Racer[],
  chance: Chance,
  signal: AbortSignal,
  done: Done,
): Promise<void> {
  const under: Promise<void>[] = [];
  while (await passes(chance.between(3000, 9000), signal)) {
    const racer = chance.of(racers);
    const what = chance.of(['kill', 'close', 'end', 'silence'] as const);
    const lasts = chance.between(500, 8000);
    under.push(disturb(racer, what, lasts, done));
  }
  await Promise.all(under);
}

async function disturb(
  racer: Racer,
  what: 'kill' | 'close' | 'end' | 'silence',
  lasts: number,
  done: Done,
): Promise<void> {
  const { engine } = racer.member.harness;
  switch (what) {
    case 'kill':
      count(done, 'browsers killed');
      return racer.disturb(({ harness }) => harness.kill());
    case 'close':
      count(done, 'pages closed');
      return racer.disturb(({ workspace }) => workspace.close());
    case 'end':
    case 'silence':
      count(done, what === 'end' ? 'connections ended' : 'connections silent');
      engine.cut(what === 'end' ? 'closed' : 'silent');
      await sleep(lasts);
      engine.mend();
  }
}

/** Waits; false where `signal` was raised meanwhile. */
async function passes(ms: number, signal: AbortSignal): Promise<boolean> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}

function count(done: Done, what: string): void {
  done[what] = (done[what] ?? 0) + 1;
}
