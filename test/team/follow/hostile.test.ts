import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { checksum, getPromotion } from '../../../src/ledger';
import { understands } from '../../../src/team/follow/follower';
import { utf8 } from '../../../src/team/sealing/bytes';
import type { Seat } from '../../../src/team/seat/seat';
import type { Somebody } from '../sealing/people';
import { Company, type Running, to } from './company';
import { MemoryLog } from './memory-log';

let company: Company | null = null;
afterEach(() => company?.close());

const issue = (promotionId: string, count = 1, name = 'Anna') => ({
  kind: 'issueNext',
  args: [promotionId, count, to(name)],
});
const give = (promotionId: string) => ({ id: crypto.randomUUID(), ...issue(promotionId) });

interface Scene {
  readonly team: Company;
  readonly promotionId: string;
  readonly eve: Somebody;
}

/** What a member alone can do to the others: put anything in by their own rights. */
const tricks: Record<string, (scene: Scene) => Promise<unknown>> = {
  'bytes that mean nothing': async ({ team, eve }) => {
    for (const length of [0, 1, 70, 300, 65_000])
      team.put(eve, crypto.getRandomValues(new Uint8Array(length)));
  },
  'an entry that saw more than there is': ({ team, promotionId, eve }) =>
    team.write(eve, issue(promotionId), { seen: { seq: 1e9, chain: 'A'.repeat(43) } }),
  'an entry that saw itself': async ({ team, promotionId, eve }) =>
    team.write(eve, issue(promotionId), {
      seen: { seq: team.log.entries.length + 1, chain: await team.chain() },
    }),
  'an entry that saw another log': ({ team, promotionId, eve }) =>
    team.write(eve, issue(promotionId), { seen: { seq: team.log.entries.length, chain: 'A'.repeat(43) } }),
  'a founding that saw another log': ({ team, eve }) =>
    team.write(
      eve,
      { kind: 'client', understands, engineKey: '' },
      { seen: { seq: 2, chain: `${'B'.repeat(42)}A` } },
    ),
  'pieces that are nowhere': async ({ team, eve }) => {
    for (const pieces of [[], [1], [3, 4], [1e9], [-1], [0.5], ['x'], 'x', null, { length: 3 }])
      await team.write(eve, { kind: 'confirmImport', pieces });
  },
  'pieces of somebody else, or of another act': async ({ team, eve, promotionId }) => {
    const id = crypto.randomUUID();
    const text = JSON.stringify(issue(promotionId));
    const own = await team.write(eve, { kind: 'piece', of: id, text });
    const others = await team.write(team.owner, { kind: 'piece', of: id, text });
    await team.write(eve, { kind: 'issueNext', pieces: [others] }, { id });
    await team.write(eve, { kind: 'issueNext', pieces: [own] });
    await team.write(eve, { kind: 'confirmImport', pieces: [own] }, { id: crypto.randomUUID() });
    const blank = await team.write(eve, { kind: 'piece', of: 'more', text: ' ' });
    const all = await team.write(eve, { kind: 'piece', of: 'more', text });
    await team.write(eve, { kind: 'issueNext', of: 'more', pieces: [blank, blank, all] });
  },
  'an import that is said to lie beside the log, where nothing is': ({ team, eve }) =>
    team.write(eve, { kind: 'confirmImport', beside: true }),
  'a kind that only their own Claimcheck knows': async ({ team, eve }) => {
    await team.write(eve, {
      kind: 'client',
      understands: [...understands, 'brandNew', 'envelopeB'],
      engineKey: '',
    });
    await team.write(eve, { kind: 'brandNew', args: [] });
  },
  'a later kind of entry': async ({ team, promotionId, eve }) => {
    const bytes = await team.sealed(eve, utf8(JSON.stringify(issue(promotionId))));
    team.put(eve, bytes.with(0, 2));
  },
  'what only an owner may': async ({ team, eve }) => {
    await team.write(eve, { kind: 'remove', member: team.owner.card.id });
    await team.write(eve, { kind: 'role', member: eve.card.id, role: 'owner' });
    await team.write(eve, { kind: 'rotate' });
  },
  'an owner’s entry once more, under their own name': async ({ team, eve }) => {
    for (const { bytes } of team.log.entries.slice(0, 6)) team.put(eve, bytes);
  },
  'acts of another shape': async ({ team, promotionId, eve }) => {
    const deep = `${'['.repeat(9000)}${']'.repeat(9000)}`;
    for (const args of [
      null,
      {},
      [],
      [promotionId],
      [promotionId, 1e308, to('x')],
      [promotionId, '1', to('x')],
      [promotionId, 1, null],
    ])
      await team.write(eve, { kind: 'issueNext', args });
    for (const text of [
      '',
      '[]',
      'null',
      '"x"',
      `{"kind":"issueNext","args":${deep}}`,
      '{"kind":"__proto__","args":[]}',
    ])
      team.put(eve, await team.sealed(eve, utf8(text)));
    for (const batch of [-1, 0, 2 ** 53, 1e300])
      await team.write(eve, {
        kind: 'issueRanges',
        args: [promotionId, [{ batch, from: 0, count: 1 }], to('x')],
      });
    await team.write(eve, { kind: 'undoImport', args: [{ batchIds: [1, 1e300], entries: [-1] }] });
    await team.write(eve, { kind: 'takeBack', args: ['nothing', 'all'] });
    await team.write(eve, { kind: 'restoreBackup', args: [['{}', 'x'], 'never'] });
  },
  'a checksum that is none, and one that is not so': async ({ team, eve }) => {
    await team.write(eve, { kind: 'state', seq: team.log.entries.length, sum: 'x' });
    await team.write(eve, { kind: 'state', seq: 1e12, sum: 'f'.repeat(64) });
  },
};

async function scene(): Promise<Scene & { owner: Running; ben: Running; benSeat: Seat }> {
  const { team, promotionId, owner } = await Company.founded(40);
  company = team;
  const { me: eve } = await team.add('Eve', 'giver');
  const benSeat = await team.add('Ben', 'giver');
  const ben = await team.browser(benSeat);
  await team.caughtUp(ben);
  return { team, promotionId, owner, eve, ben, benSeat };
}

describe('one member alone', () => {
  it.each(Object.entries(tricks))('stops nobody by %s', async (_what, trick) => {
    const { team, promotionId, eve, owner, ben, benSeat } = await scene();
    await trick({ team, promotionId, eve });
    // What the others do goes on.
    expect((await ben.session.act(give(promotionId))).done).toBe(true);
    expect((await owner.session.act(give(promotionId))).done).toBe(true);
    const late = await team.browser(benSeat);
    for (const one of [owner, ben, late]) await team.caughtUp(one);
    for (const one of [owner, ben, late]) expect(one.session.standing.kind).toBe('current');
    const sums = await Promise.all([owner, ben, late].map(({ db }) => checksum(db)));
    expect(new Set(sums).size).toBe(1);
    expect((await getPromotion(owner.db, promotionId)).counts).toMatchObject({ issued: 2, available: 38 });
    // Shown under their name.
    const { last } = await owner.notes.ignored();
    expect(last.some(({ member }) => member === eve.card.id)).toBe(true);
    const lists = await Promise.all(
      [owner, ben, late].map(async ({ notes }) => JSON.stringify(await notes.ignored())),
    );
    expect(new Set(lists).size).toBe(1);
  });

  it('is passed over from where their word of the log was not true, until an owner adds them anew', async () => {
    const { team, promotionId, eve, owner, ben } = await scene();
    const at = await team.write(eve, issue(promotionId), { seen: { seq: 1e9, chain: 'A'.repeat(43) } });
    // What fits is not counted either.
    await team.write(eve, issue(promotionId, 2));
    for (const one of [owner, ben]) await team.caughtUp(one);
    expect(owner.session.follower.members?.doubted).toEqual({ [eve.card.id]: at });
    expect((await owner.notes.ignored()).last.map(({ why }) => why)).toEqual(['doubted', 'doubted']);
    expect((await getPromotion(owner.db, promotionId)).counts).toMatchObject({ issued: 0 });
    expect(await checksum(ben.db)).toBe(await checksum(owner.db));
    const again = await team.add('Eve again', 'giver');
    await team.write(again.me, issue(promotionId));
    await team.caughtUp(owner);
    expect((await getPromotion(owner.db, promotionId)).counts).toMatchObject({ issued: 1 });
  });

  it('gives out nothing twice by repeating an old entry that a snapshot no longer knows', async () => {
    const { team, promotionId, eve, owner } = await scene();
    const bytes = await team.sealed(eve, utf8(JSON.stringify(issue(promotionId))));
    team.put(eve, bytes);
    for (let n = 0; n < 4005; n++) team.put(eve, new Uint8Array(3));
    team.put(eve, bytes);
    // The same, first met so late.
    team.put(
      eve,
      await team.sealed(eve, utf8(JSON.stringify(issue(promotionId))), {
        seen: { seq: 4, chain: await team.chain(4) },
      }),
    );
    await team.caughtUp(owner);
    expect((await getPromotion(owner.db, promotionId)).counts).toMatchObject({ issued: 1 });
    expect((await owner.notes.ignored()).last.at(-1)).toMatchObject({ why: 'stale', member: eve.card.id });
  });
});

describe('a log that was changed', () => {
  const elsewhere = { seen: { seq: 3, chain: 'A'.repeat(43) } };

  it('stops where two members saw another one', async () => {
    const { team, promotionId, eve, owner, benSeat } = await scene();
    await team.write(eve, issue(promotionId), elsewhere);
    await team.write(benSeat.me, issue(promotionId), elsewhere);
    await owner.ended;
    expect(owner.session.standing).toMatchObject({
      kind: 'stopped',
      why: { why: { kind: 'tampered', witness: 'other-log' } },
    });
    await expect(owner.session.act(give(promotionId))).rejects.toMatchObject({ why: { kind: 'tampered' } });
  });

  it('stops where an owner saw more than is there', async () => {
    const { team, promotionId, ben } = await scene();
    await team.write(team.owner, issue(promotionId), { seen: { seq: 1e6, chain: 'A'.repeat(43) } });
    await ben.ended;
    expect(ben.session.standing).toMatchObject({
      kind: 'stopped',
      why: { why: { kind: 'tampered', witness: 'cut' } },
    });
  });

  it('stops whoever finds their own word of it untrue', async () => {
    const { team, promotionId, ben, benSeat, owner } = await scene();
    await team.write(benSeat.me, issue(promotionId), elsewhere);
    await ben.ended;
    expect(ben.session.standing).toMatchObject({ kind: 'stopped', why: { why: { kind: 'tampered' } } });
    await team.caughtUp(owner);
    expect(owner.session.standing.kind).toBe('current');
  });

  it('stops where an entry is gone that the engine had acknowledged, before or behind others', async () => {
    for (const others of [0, 2]) {
      const { team, promotionId, benSeat } = await scene();
      const one = await team.browser(benSeat);
      await team.caughtUp(one);
      const seq = team.log.entries.length + 1;
      await one.notes.keepAcknowledged({ seq, id: crypto.randomUUID() });
      await one.session.end();
      await one.ended;
      for (let n = 0; n < others; n++) await team.write(team.owner, issue(promotionId));
      const again = await team.browser(benSeat, one.db.name);
      await again.ended;
      const { standing } = again.session;
      expect(standing.kind).toBe('stopped');
      expect(standing).toMatchObject({
        why: others === 0 ? { kind: 'gap', data: { after: seq } } : { why: { witness: 'own-missing', seq } },
      });
      await team.close();
    }
  });

  it('stops where a piece of an import is another by now', async () => {
    const { team, promotionId, benSeat } = await scene();
    const id = crypto.randomUUID();
    const place = await team.write(benSeat.me, {
      kind: 'piece',
      of: id,
      text: JSON.stringify(issue(promotionId)),
    });
    const log = new MemoryLog();
    for (const { member, bytes } of team.log.entries) log.put(member, bytes);
    const { entries } = team.log;
    await team.write(benSeat.me, { kind: 'issueNext', pieces: [place] }, { id });
    const fine = await team.browser(benSeat);
    await team.caughtUp(fine);
    expect((await getPromotion(fine.db, promotionId)).counts).toMatchObject({ issued: 1 });
    const of = team.log.of.bind(team.log);
    team.log.of = (member) => ({ ...of(member), entry: async () => entries[0] ?? null });
    const late = await team.browser(benSeat);
    await late.ended;
    expect(late.session.standing).toMatchObject({
      kind: 'stopped',
      why: { why: { kind: 'tampered', seq: place } },
    });
  });
});
