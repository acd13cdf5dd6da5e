import { type Db, leasedCodes, listPromotions } from '../../../src/ledger/index.ts';
import { asActFile } from '../../../src/team/acts/act-file.ts';
import type { Chance } from '../../chance.ts';
import { newLot } from '../catch-up/lot.ts';
import type { Member } from './member.ts';
import type { Out } from './out.ts';

/** What an office does in a day: of a hundred acts, so many of each. */
const mixture = [
  ['one', 60],
  ['several', 8],
  ['list', 3],
  ['edit', 8],
  ['takeBack', 7],
  ['hold', 3],
  ['used', 9],
  ['lease', 2],
] as const;
type What = (typeof mixture)[number][0];
const listed = 20;
const leased = 5;
const channels = ['Mail', 'Instagram', 'Amazon Live', 'Newsletter', 'TikTok'];

/** An office whose members give out of one promotion, a new one each week. */
export class Office {
  promotionId = '';
  private person = 0;
  private lot = 0;

  constructor(
    private readonly db: Db,
    private readonly chance: Chance,
    private readonly out: Out,
  ) {}

  /** A new promotion with so many codes, as one of them imports it. */
  async addCodes(by: Member, count: number, revision: number): Promise<void> {
    this.lot++;
    const list = Array.from({ length: count }, (_, n) => {
      const text = n.toString(36).toUpperCase().padStart(5, '0');
      return `W${String(this.lot).padStart(3, '0')}-${text}-${[...text].reverse().join('')}`;
    });
    const sha256 = this.lot.toString(16).padStart(64, '0');
    const file = { name: `week-${this.lot}.txt`, sha256, codes: list, history: null, people: null };
    const promotion = { ...newLot.promotion, name: `Week ${this.lot}` };
    await this.act(by, 'confirmImport', [
      asActFile(file as never),
      { ...newLot, promotion, name: file.name, revision },
    ]);
  }

  /** The promotion that was made last, as the founder's copy has it. */
  async newest(): Promise<string> {
    const all = await listPromotions(this.db);
    const found = all.find(({ promotion }) => promotion.name === `Week ${this.lot}`);
    if (!found) throw new Error('not imported');
    return found.promotion.id;
  }

  /** So many acts of a day, by whoever happens to do them. */
  async work(givers: readonly Member[], acts: number): Promise<void> {
    const all = mixture.flatMap(([what, of]) =>
      Array.from({ length: Math.round((of * acts) / 100) }, () => what),
    );
    const turns = this.chance.shuffled(all);
    // Some at once, as people do; as many as a small computer carries.
    for (let at = 0; at < turns.length; at += 40)
      await Promise.all(turns.slice(at, at + 40).map((what) => this.one(this.chance.of(givers), what)));
  }

  /** Somebody who was given something, to be forgotten. */
  somebody(): { to: string; handle: string } {
    const n = this.chance.below(Math.max(1, this.person));
    return { to: nameOf(n), handle: handleOf(n) };
  }

  private async one(by: Member, what: What): Promise<void> {
    const { promotionId, chance } = this;
    switch (what) {
      case 'one':
        return this.act(by, 'issueNext', [promotionId, 1, this.whom()]);
      case 'several':
        return this.act(by, 'issueNext', [promotionId, chance.between(2, 5), this.whom()]);
      case 'list': {
        const people = Array.from({ length: listed }, () => this.whom());
        return this.act(by, 'issueToList', [
          ...[promotionId, people],
          { channel: chance.of(channels), note: '', revision: null },
        ]);
      }
      case 'edit': {
        const { to, channel } = this.whom();
        return this.act(by, 'editIssuance', [this.giving(), { to, channel, note: 'moved' }]);
      }
      case 'takeBack': {
        const issuance = this.giving();
        return this.act(by, 'takeBack', [issuance, 'none'], { issuance });
      }
      case 'hold': {
        const hold = crypto.randomUUID();
        await this.act(by, 'holdNext', [promotionId, 3, { to: 'Later', note: '', until: null }], {}, hold);
        return this.act(by, 'releaseHold', [promotionId, hold]);
      }
      case 'used': {
        const code = chance.of(this.out.givings.get(this.giving()) ?? ['W001-00000-00000']);
        const order = `112-${chance.between(1e6, 9e6)}-${chance.between(1e6, 9e6)}`;
        return this.act(by, 'redeem', [code, order]);
      }
      case 'lease':
        return this.lease(by);
    }
  }

  /** Takes codes for a train ride, gives two of them out there, and the rest back. */
  private async lease(by: Member): Promise<void> {
    const [lease, browser] = [crypto.randomUUID(), crypto.randomUUID()];
    await this.act(by, 'takeLease', [this.promotionId, leased, lease, browser], {}, lease);
    await by.followed();
    const found = await leasedCodes(this.db, this.promotionId, `${by.id}/${browser}`);
    const codes = found[0]?.codes ?? [];
    for (const { batch, from, code } of codes.slice(0, 2)) {
      const giving = { giving: crypto.randomUUID(), lease, code: { batch, from }, ...this.whom() };
      const told = { ...giving, at: new Date().toISOString() };
      await this.act(by, 'giveLeased', [told, browser], { codes: [code] });
    }
    const back = codes.slice(2).map(({ batch, from }) => ({ batch, from, count: 1 }));
    if (back.length > 0) await this.act(by, 'returnLease', [lease, back, browser]);
  }

  private async act(
    by: Member,
    kind: string,
    args: readonly unknown[],
    more: { readonly issuance?: string; readonly codes?: readonly string[] } = {},
    id: string = crypto.randomUUID(),
  ): Promise<void> {
    this.out.asked.set(id, { kind, ...more });
    await by.act(kind, args, id);
  }

  /** One of the last acts of giving out. */
  private giving(): string {
    const known = this.out.latest;
    return known.length > 0 ? this.chance.of(known) : crypto.randomUUID();
  }

  /** One in four has got something before. */
  private whom() {
    const again = this.person > 0 && this.chance.oneIn(4);
    const n = again ? this.chance.below(this.person) : this.person++;
    return { to: nameOf(n), handle: handleOf(n), channel: this.chance.of(channels), note: '' };
  }
}

const nameOf = (n: number) => `Person Number${n}`;
const handleOf = (n: number) => `@person${n}`;
