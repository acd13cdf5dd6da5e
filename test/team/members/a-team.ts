import type { MemberAct, Role } from '../../../src/team/members/acts';
import {
  foundingKeys,
  type KeyRing,
  keysForNew,
  mySecret,
  nextKeys,
  ringFrom,
} from '../../../src/team/members/key-ring';
import { presentMembers } from '../../../src/team/members/members';
import { type ReadEntry, readEntry } from '../../../src/team/members/read-entry';
import type { Generation, Members } from '../../../src/team/members/team-state';
import { utf8 } from '../../../src/team/sealing/bytes';
import type { Card } from '../../../src/team/sealing/card';
import { chainStart } from '../../../src/team/sealing/chain';
import { sealEntry } from '../../../src/team/sealing/envelope';
import type { HandedKeys } from '../../../src/team/sealing/handed-keys';
import { type Id, newId } from '../../../src/team/sealing/ids';
import { type PoolKey, type PoolSecret, poolKeyOf } from '../../../src/team/sealing/pool-key';
import { type Somebody, somebody } from '../sealing/people';

export const understands = ['issueNext', 'cancelLease'];

export interface Logged {
  readonly seq: number;
  readonly member: Id;
  readonly bytes: Uint8Array;
}

/** A log with one replica, and hands to write into it as anybody. */
export class ATeam {
  readonly log: Logged[] = [];
  state: Members | null = null;
  last: ReadEntry | null = null;

  private constructor(
    readonly team: Id,
    readonly owner: Somebody,
    readonly keys: PoolKey[],
  ) {}

  static async founded(name = 'Ana'): Promise<ATeam> {
    const [id, owner] = [newId(), await somebody(name)];
    const { secret, handed } = await foundingKeys(id, owner.card);
    const team = new ATeam(id, owner, [await poolKeyOf(id, secret)]);
    const act = { kind: 'found', card: owner.card, understands, engineKey: 'UANA' };
    await team.write(owner, act, handed);
    return team;
  }

  get members(): Members {
    if (!this.state) throw new Error('no team');
    return this.state;
  }

  secret(): Promise<PoolSecret> {
    return mySecret(this.members, this.owner) as Promise<PoolSecret>;
  }

  /** What becomes of these bytes at the next place, on this replica. */
  async take(member: Id, bytes: Uint8Array): Promise<ReadEntry> {
    const logged = { seq: this.log.length + 1, member, bytes };
    this.log.push(logged);
    const keyOf = (generation: number) => this.keys.find((key) => key.generation === generation) ?? null;
    const read = await readEntry(this.team, this.state, logged, { keyOf, understands });
    if (read.kind === 'members') this.state = read.members;
    this.last = read;
    return read;
  }

  /** Writes an act as somebody; `key`: the generation it is sealed with. */
  async write(
    by: Somebody,
    told: unknown,
    handed: HandedKeys | null = null,
    key = this.keys.length,
  ): Promise<ReadEntry> {
    const head = {
      ...{ id: crypto.randomUUID(), member: by.card.id, at: 1000 + this.log.length, prev: null, handed },
      seen: { seq: 0, chain: await chainStart(this.team) },
    };
    const pool = this.keys[key - 1] as PoolKey;
    const { bytes } = await sealEntry(this.team, head, utf8(JSON.stringify(told)), { keys: by.keys, pool });
    return this.take(by.card.id, bytes);
  }

  async add(who: Somebody, role: Role, by = this.owner, paper = false): Promise<ReadEntry> {
    const handed = await keysForNew(this.team, await this.secret(), who.card);
    const added = await this.write(by, { kind: 'add', card: who.card, role, paper, engineKey: '' }, handed);
    if (added.kind === 'members') await this.write(who, { kind: 'client', understands, engineKey: 'U1' });
    return added;
  }

  async rotate(
    act: MemberAct,
    staying: readonly Card[],
    by = this.owner,
    current?: PoolSecret,
  ): Promise<ReadEntry> {
    const { secret, handed } = await nextKeys(this.team, current ?? (await this.secret()), staying);
    const read = await this.write(by, act, handed);
    if (read.kind === 'members') this.keys.push(await poolKeyOf(this.team, secret));
    return read;
  }

  remove(who: Somebody, by = this.owner): Promise<ReadEntry> {
    return this.rotate({ kind: 'remove', member: who.card.id }, this.cards(who.card.id), by);
  }

  cards(but: Id = ''): Card[] {
    return presentMembers(this.members)
      .map(({ card }) => card)
      .filter(({ id }) => id !== but);
  }

  ringOf(
    secret: PoolSecret,
    told: readonly Generation[] = this.members.generations,
  ): Promise<KeyRing | null> {
    return ringFrom(this.team, secret, told);
  }
}

/** Why an entry was passed over, or what it was. */
export function outcome(read: ReadEntry): string {
  return read.kind === 'ignored' ? read.why : read.kind;
}
