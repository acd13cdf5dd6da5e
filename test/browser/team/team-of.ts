import { newId } from '../../../src/team/sealing/ids.ts';
import { Cluster } from '../../team/cluster/cluster.ts';
import type { BrowserName, LaunchOptions } from '../harness/index.ts';
import { Member } from './member.ts';

export interface TeamOptions {
  readonly read?: boolean;
  readonly options?: Partial<LaunchOptions>;
}

/** A team of several browsers over a cluster of three machines. */
export class TeamOf {
  private constructor(
    readonly cluster: Cluster,
    readonly members: Member[],
    readonly options: TeamOptions,
  ) {}

  /** Starts the machines and a browser for each name, the first of which founds the team; all have their seats. */
  static async start(
    who: readonly (readonly [string, BrowserName])[],
    options: TeamOptions = {},
  ): Promise<TeamOf> {
    const cluster = await Cluster.start({ team: newId() });
    const team = new TeamOf(cluster, [], options);
    try {
      const [owner] = await Promise.all(who.map(([name, browser]) => team.#launch(name, browser)));
      // In the order they were named, whoever was ready first.
      team.members.sort((a, b) => order(who, a) - order(who, b));
      await owner?.ask('found', {
        ...{ name: owner.name, team: cluster.team, engine: cluster.keys, servers: cluster.servers },
      });
      await owner?.followed(1);
      for (const member of team.members.slice(1)) await team.#seat(member);
      return team;
    } catch (error) {
      await team.close();
      throw error;
    }
  }

  get owner(): Member {
    return this.members[0] as Member;
  }

  /** One more browser, which takes its seat. */
  async join(name: string, browser: BrowserName, more: Partial<LaunchOptions> = {}): Promise<Member> {
    const member = await this.#launch(name, browser, more);
    await this.#seat(member);
    return member;
  }

  /** Ends everything. */
  async close(): Promise<void> {
    await Promise.allSettled(this.members.map((member) => member.close()));
    await this.cluster.stop();
  }

  async #launch(name: string, browser: BrowserName, more: Partial<LaunchOptions> = {}): Promise<Member> {
    const member = await Member.start(name, browser, { ...this.options.options, ...more });
    this.members.push(member);
    member.harness.engine.lead(this.cluster.servers, { read: this.options.read ?? false });
    return member;
  }

  async #seat(member: Member): Promise<void> {
    const answer = await member.ask('answer', await this.owner.ask('invite'), member.name);
    const ticket = await this.owner.ask('admit', answer, 'giver');
    const { seq } = await this.owner.ask('standing');
    const began = performance.now();
    await member.ask('take', ticket);
    // One after the other, as long as it takes: how long that is, is a figure.
    await member.followed(seq, 600_000);
    member.joined = performance.now() - began;
  }
}

function order(who: readonly (readonly [string, BrowserName])[], { name }: Member): number {
  return who.findIndex(([each]) => each === name);
}
