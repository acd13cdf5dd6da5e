import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupLines, issueNext, issueToList, listPromotions, readBackup } from '../../../src/ledger';
import { countLost } from '../../../src/team/personal/lost';
import { putTogether, takenApart } from '../../../src/team/personal/parts';
import { utf8 } from '../../../src/team/sealing/bytes';
import { sealEntry } from '../../../src/team/sealing/envelope';
import type { PoolKey } from '../../../src/team/sealing/pool-key';
import { codes, everything, freshLedger, importCodes } from '../../ledger/helpers';
import { RealTeam } from './real-team';

let team: RealTeam;

beforeAll(async () => {
  team = await RealTeam.start();
}, 60_000);
afterAll(() => team?.stop());

it('shows which names are lost where somebody destroys keys without a word, and gives out the same codes', async () => {
  const id = await team.add(codes(10));
  const { owner } = team;
  const to = { to: 'Ana', handle: 'ana@x', channel: 'IG', note: 'red' };
  await team.act(owner, 'issueNext', id, 1, to);
  const all = await owner.log.keys.all();
  await owner.log.keys.destroy(
    [...all].flatMap(([person, own]) => [...own.keys()].map((name) => ({ person, name }))),
  );
  const late = await team.join('Late');
  // One who is called like that on purpose isn't lost.
  await team.act(late, 'issueNext', id, 2, { ...to, to: '⌀ Ben' });
  await team.settled();
  const [hers, theirs] = [await everything(owner.db), await everything(late.db)];
  expect(theirs.spans).toEqual(hers.spans);
  expect(theirs.counts).toEqual(hers.counts);
  // Her name and the channel.
  expect([await countLost(owner.db), await countLost(late.db)]).toEqual([0, 2]);
  // Forgotten after all, nothing of her is left, and the channel stays lost.
  await team.act(owner, 'forgetPerson', [{ to: 'Ana', handle: 'ana@x' }]);
  await team.settled();
  expect(await countLost(late.db)).toBe(1);
}, 60_000);

it('opens what was written before people had keys, unchanged', async () => {
  const { owner } = team;
  const { team: id, me } = owner.seat;
  const { seq, chain, last, ring } = owner.session.follower;
  const promotionId = (await listPromotions(owner.db))[0]?.promotion.id ?? '';
  const act = {
    kind: 'issueNext',
    args: [promotionId, 1, { to: 'Old Name', handle: '', channel: '', note: '' }],
  };
  const head = {
    id: crypto.randomUUID(),
    member: me.card.id,
    at: Date.now(),
    prev: last,
    seen: { seq, chain },
  };
  const by = { keys: me.keys, pool: ring.keys.at(-1) as PoolKey };
  const { bytes } = await sealEntry(id, { ...head, handed: null }, utf8(JSON.stringify(act)), by);
  await owner.log.append(head.id, bytes);
  await team.settled();
  for (const { db } of team.browsers)
    expect((await everything(db)).entries?.at(-1)).toMatchObject({ to: 'Old Name', kind: 'issue' });
});

it('reads a text otherwise than it is sealed for nobody: what it stands for stays as empty, or not, as it is', () => {
  const act = { kind: 'issueNext', args: ['p', 1, { to: 'Ana', handle: '', channel: '', note: 'x' }] };
  const { act: apart, parts } = takenApart(act);
  const reads = parts.map(({ fields }) => fields);
  expect(putTogether(apart, reads, 'e')).toEqual(act);
  const lost = putTogether(apart, [null, null], 'e');
  for (const bad of [{ to: '  ', handle: '' }, { to: 'x'.repeat(100_001), handle: '' }, {}])
    expect(putTogether(apart, [bad as never, null], 'e')).toEqual(lost);
  for (const text of ['', 'it was out before: Ana', 'Ana, 2026-11-01T00:00:00.000Z to now'])
    expect(putTogether(apart, [null, { text }], 'e')).toEqual(lost);
  // What nobody took apart like this is no act.
  expect(putTogether(apart, [null], 'e')).toBeNull();
  const odd = { ...apart, args: ['p', 1, { to: 0, handle: '', channel: '', note: ['hello ', 1] }] };
  expect(putTogether(odd, [null, null], 'e')).toBeNull();
  expect(putTogether({ kind: 'redeem', args: ['c', 'o'] }, [], 'e')).toBeNull();
});

describe('a saved copy', () => {
  let act: { kind: string; args: [string[], string] };
  beforeAll(async () => {
    const db = await freshLedger();
    await importCodes(db, codes(5));
    const id = (await listPromotions(db))[0]?.promotion.id ?? '';
    await issueNext(db, id, 1, {
      to: 'Ana Quint',
      handle: 'ana@x',
      channel: 'Quint IG',
      note: 'tall',
      by: 'Olga',
    });
    const list = [{ to: 'Ben Vole', handle: 'ben@x', channel: '', note: 'short' }];
    await issueToList(db, id, list, { channel: 'Mail', note: '', by: 'Olga' });
    act = { kind: 'restoreBackup', args: [(await backupLines(db)).lines, '2026-12-01T00:00:00.000Z'] };
    db.close();
  });

  it('is taken apart, too: nothing of people stands in the rest of it', async () => {
    const { act: apart, parts } = takenApart(act);
    const told = JSON.stringify(apart).toLowerCase();
    for (const text of ['quint', 'ana@x', 'tall', 'vole', 'ben@x', 'short']) expect(told).not.toContain(text);
    const reads = parts.map(({ fields }) => fields);
    const again = putTogether(JSON.parse(JSON.stringify(apart)), reads, 'e');
    expect(await readBackup(again?.args[0] as string[])).toEqual(await readBackup(act.args[0]));
    // Without a single key it is as good a copy, of nobody.
    const lost = await readBackup(
      putTogether(
        apart,
        parts.map(() => null),
        'e',
      )?.args[0] as string[],
    );
    expect(lost.entries.map(({ to, kind, count }) => [to === '', kind, count])).toEqual(
      (await readBackup(act.args[0])).entries.map(({ to, kind, count }) => [to === '', kind, count]),
    );
    expect(JSON.stringify(lost)).not.toContain('Ana');
  });

  it('has no list of people that could be read as another by whoever has the keys', async () => {
    const { act: apart, parts } = takenApart(act);
    const at = parts.findIndex(({ fields }) => fields.to === 'Ben Vole');
    const reads = parts.map(({ fields }, i) => (i === at ? { to: 'Ben\nVole', handle: 'ben\t@x' } : fields));
    const backup = await readBackup(putTogether(apart, reads, 'e')?.args[0] as string[]);
    expect(backup.people[0]?.text).toMatch(/^⌀e\.\d+\t⌀e\.\d+\t\tshort$/);
    // Nor one that says nothing of being a list.
    const bare = JSON.parse(JSON.stringify(apart).replaceAll('"cell":true', '"cell":1'));
    const told = putTogether(bare, reads, 'e')?.args[0] as unknown[];
    expect(told.some((line) => typeof line === 'object')).toBe(true);
  });
});
