import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineKeys } from '../../../src/team/access/accounts';
import { publicKeyOf } from '../../../src/team/access/jwt';
import { accountOf, bytesOfAccount, signerOnPaper } from '../../../src/team/access/paper-signer';
import type { Members } from '../../../src/team/members/team-state';
import { answer, takeTicket } from '../../../src/team/pages/join-team';
import { memberRows } from '../../../src/team/pages/member-rows';
import { add, changeKey, invite, readNewcomer, remove } from '../../../src/team/pages/owner-acts';
import type { Place } from '../../../src/team/pages/place';
import { TeamProblem, teamProblem } from '../../../src/team/pages/team-words';
import { codeIn, codeOf } from '../../../src/team/recovery/box';
import { makeKey, paperIn, type RecoveryKey, tryKey, untriedKey } from '../../../src/team/recovery/make-key';
import { restore, type Typed, typedFaults } from '../../../src/team/recovery/restore';
import type { HandedKeys } from '../../../src/team/sealing/handed-keys';
import { newId } from '../../../src/team/sealing/ids';
import { paperOf } from '../../../src/team/sealing/paper';
import { SeatStore } from '../../../src/team/seat/seat-store';
import { inWords } from '../../../src/words/problem-words';
import { eventually } from '../../eventually';
import { codes } from '../../ledger/helpers';
import { type Browser, RealTeam } from '../personal/real-team';

let team: RealTeam;
let owner: RealPlace;
let paper: RecoveryKey;
let promotionId: string;
let made = 0;

/** A page of a browser of this process. */
class RealPlace implements Place {
  browser: Browser | null = null;
  private constructor(readonly seats: SeatStore) {}

  static async open(browser: Browser | null = null): Promise<RealPlace> {
    const place = new RealPlace(await SeatStore.open(`paper-seat-${++made}`));
    place.browser = browser;
    if (browser) await place.seats.write(browser.seat);
    await place.readSeat();
    return place;
  }

  seat: Place['state']['seat'] = null;

  get state(): Place['state'] {
    return { seat: this.seat, members: this.browser?.session.follower.members ?? null };
  }

  get shelf() {
    return this.browser?.log as Browser['log'];
  }

  async readSeat(): Promise<void> {
    this.seat = await this.seats.read();
  }

  async memberAct(act: { readonly kind: string }, handed: HandedKeys | null = null): Promise<void> {
    const outcome = await this.browser?.session.memberAct(act, handed);
    if (!outcome?.done) throw teamProblem(outcome?.problem, this.state.members);
  }
}

const typed = ({ key, code, engines }: RecoveryKey, change: Partial<Typed> = {}): Typed => ({
  ...{ key: key.join('-'), code: code.join(' '), addresses: engines.join('\n'), name: 'Olga again' },
  ...change,
});

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof TeamProblem)) throw error instanceof Error ? error : new Error('not refused');
  return inWords(error.said);
}

beforeAll(async () => {
  team = await RealTeam.start();
  promotionId = await team.add(codes(20));
  await team.act(team.owner, 'issueNext', promotionId, 1, { to: 'Ana', handle: '', channel: '', note: '' });
  owner = await RealPlace.open(team.owner);
}, 60_000);
afterAll(() => team?.stop());

describe('what stands on paper beside the secret', () => {
  it('is a signer that the engine reads as one, the same each time', async () => {
    const secret = Uint8Array.from({ length: 20 }, (_, i) => i);
    const seed = await signerOnPaper(secret);
    expect(seed).toMatch(/^SA[A-Z2-7]{56}$/);
    expect(publicKeyOf(seed)).toBe('ACL6S2KAAJR2FSZ33QSIKOPT3OVERFLRAMSKXHCMJRJMSJGSJ6RSLXDU');
  });

  it('is the team and its account, in one code', () => {
    const id = newId();
    const account = publicKeyOf(owner.seat?.owner?.engine.accountSeed ?? '');
    expect(accountOf(bytesOfAccount(account))).toBe(account);
    expect(codeIn(codeOf(id, account))).toEqual({ team: id, account });
    expect(() => bytesOfAccount(`${account}A`)).toThrow(RangeError);
    expect(() => bytesOfAccount(account.toLowerCase())).toThrow(RangeError);
  });
});

describe('a recovery key', () => {
  it('is made of what the engine knows from the beginning, and kept nowhere', async () => {
    const before = owner.seat?.owner?.paper ?? '';
    expect(before).not.toBe('');
    paper = await makeKey(owner);
    expect(paper).toMatchObject({ works: true, engines: team.cluster.servers });
    expect([paper.key.length, paper.code.length]).toEqual([8, 20]);
    const kept = JSON.stringify(await owner.seats.read());
    expect(kept).not.toContain(before);
    expect(owner.seat?.owner?.untried).toBeNull();
    expect(paperIn(owner.state.members)?.card.name).toBe('Olga');
  });

  it('is read from what somebody types, with each slip where it is', async () => {
    expect(typedFaults(typed(paper, { key: paper.key.join('').toLowerCase() }))).toEqual({});
    const slip = (at: number) =>
      paper.key
        .map((group, i) => (i === at ? group.replace(/^./, (sign) => (sign === 'X' ? 'Y' : 'X')) : group))
        .join(' ');
    const say = (change: Partial<Typed>) =>
      Object.entries(typedFaults(typed(paper, change))).map(([field, why]) => `${field}: ${inWords(why)}`);
    expect(say({ key: slip(2) })).toEqual(['key: Group 3 isn’t right. Compare it with the paper.']);
    expect(say({ key: paper.key.slice(1).join(' ') })).toEqual([
      expect.stringMatching(/^key: These are 35 letters and digits\. On the paper there are 40\./),
    ]);
    expect(say({ key: '', code: ' ' })).toEqual([
      'key: Enter what stands on the paper here.',
      'code: Enter what stands on the paper here.',
    ]);
    expect(say({ code: [...paper.code].reverse().join(' '), name: '' })).toHaveLength(2);
    const place = await RealPlace.open();
    expect(await refusal(restore(place, typed(paper, { key: slip(0) })))).toContain('Group 1');
    // Right signs of another paper, and another team's code.
    const other = paperOf(crypto.getRandomValues(new Uint8Array(20)));
    expect(await refusal(restore(place, typed(paper, { key: other.join('') })))).toContain(
      'doesn’t let this recovery key in',
    );
    expect(await place.seats.read()).toBeNull();
  }, 60_000);

  it('takes the place of a lost browser, after members and keys have changed, and lets others in', async () => {
    // Somebody comes and is removed, so that the key is another one; and once more without anybody.
    const ben = await team.join('Ben');
    await team.settled();
    await remove(owner, owner.state.members?.all[ben.seat.me.card.id] as never);
    await changeKey(owner);
    await team.act(team.owner, 'issueNext', promotionId, 1, {
      to: 'Cleo',
      handle: '',
      channel: '',
      note: '',
    });
    const lost = team.owner;
    await lost.session.end();
    const place = await RealPlace.open();
    await restore(place, typed(paper));
    expect(place.seat?.me.card.name).toBe('Olga again');
    const fresh = await team.open(place.seat as NonNullable<typeof place.seat>);
    team.browsers.splice(team.browsers.indexOf(lost), 1);
    team.browsers.splice(team.browsers.indexOf(ben), 1);
    await ben.session.end();
    place.browser = fresh;
    await fresh.session.current;
    const own = fresh.session.follower.members?.all[fresh.seat.me.card.id];
    expect(own).toMatchObject({ role: 'owner', paper: false, gone: null });
    const members = fresh.session.follower.members as Members;
    const restored = memberRows(members, fresh.seat, Date.now()).here.filter(({ isRestored }) => isRestored);
    expect(restored.map(({ isMe, by }) => [isMe, by])).toEqual([[true, 'Olga']]);
    const given = await team.act(fresh, 'issueNext', promotionId, 1, {
      to: 'Dora',
      handle: '',
      channel: '',
      note: '',
    });
    expect(given).toMatchObject({ codes: [expect.any(String)] });
    // It removes the browser that was lost, and lets somebody in, who takes the seat.
    await remove(place, fresh.session.follower.members?.all[lost.seat.me.card.id] as never);
    const eva = await RealPlace.open();
    await answer(eva, await invite(place), 'Eva');
    const ticket = await add(place, await readNewcomer(place, eva.seat?.answer?.text ?? ''), 'giver');
    await takeTicket(eva, ticket);
    const hers = await team.open(eva.seat as NonNullable<typeof eva.seat>);
    expect(
      await team.act(hers, 'issueNext', promotionId, 1, { to: 'Fay', handle: '', channel: '', note: '' }),
    ).toHaveProperty('codes');
    owner = place;
  }, 60_000);

  it('stays good, until a new one is made: that one needs new files of the engine', async () => {
    const again = await RealPlace.open();
    await restore(again, typed(paper, { name: 'Third' }));
    expect(again.seat?.me.card.name).toBe('Third');
    const next = await makeKey(owner);
    expect(next.key).not.toEqual(paper.key);
    expect(next.works).toBe(false);
    const place = await RealPlace.open();
    expect(await refusal(restore(place, typed(paper, { name: 'Fourth' })))).toBe(
      'This recovery key was replaced by a newer one.',
    );
    expect(await refusal(restore(place, typed(next)))).toContain('doesn’t let this recovery key in');
    expect(await place.seats.read()).toBeNull();
    // Once the machines have loaded the files, the next try says so, and it is kept.
    expect(await tryKey(owner)).toBe(false);
    team.cluster.load(owner.seat?.owner?.engine as EngineKeys);
    await eventually(async () => expect(await tryKey(owner)).toBe(true));
    expect((await owner.seats.read())?.owner?.untried).toBeNull();
    await restore(place, typed(next, { name: 'Fourth' }));
    expect(place.seat?.me.card.name).toBe('Fourth');
  }, 60_000);

  it('is tried only for as long as who tries it is let in', () => {
    const { owner: holds, token } = owner.seat ?? {};
    if (!holds || !token) throw new Error('no owner');
    const trying = { ...holds, untried: { member: 'M', seed: '', token } };
    expect(untriedKey(trying, Date.now())).toBe(trying.untried);
    expect(untriedKey(trying, Date.now() + 15 * 24 * 60 * 60 * 1000)).toBeNull();
    expect(untriedKey({ ...holds, untried: null }, Date.now())).toBeNull();
  });
});
