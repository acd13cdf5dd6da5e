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

describe('texts that only some can still read', () => {
  const row = (issuedTo: number, note: unknown) => ({ issuedTo, channel: '', note });
  const apart = (history: unknown[]) => ({ kind: 'confirmImport', args: [{ history }, {}] });
  const rows = (act: { args: readonly unknown[] } | null) =>
    ((act?.args ?? [])[0] as { history: { issuedTo: string; note: string }[] }).history;

  it('are no two texts for some, and one for others, where an import compares its rows', () => {
    const act = apart([row(0, ''), row(1, ''), row(0, '')]);
    const ana = { to: 'Ana', handle: '' };
    const same = (all: { issuedTo: string }[]) => [
      all[0]?.issuedTo === all[1]?.issuedTo,
      all[0]?.issuedTo === all[2]?.issuedTo,
    ];
    for (const reads of [
      [ana, { ...ana, handle: 'x' }],
      [ana, null],
      [null, ana],
      [null, null],
    ])
      expect(same(rows(putTogether(act, reads, 'e')))).toEqual([false, true]);
    // Elsewhere two may be called the same, and be told apart by their address.
    const list = {
      kind: 'issueToList',
      args: [
        'p',
        [
          { to: 0, handle: 0 },
          { to: 1, handle: 1 },
        ],
        {},
      ],
    };
    const people = putTogether(
      list,
      [
        { to: 'Ana', handle: 'a' },
        { to: 'Ana', handle: 'b' },
      ],
      'e',
    )?.args[1];
    expect(people).toEqual([
      { to: 'Ana', handle: 'a' },
      { to: 'Ana', handle: 'b' },
    ]);
  });

  it('stand beside no such text in clear', () => {
    const clear = { ...row(0, ''), issuedTo: 'Ana' };
    expect(putTogether(apart([row(0, ''), clear]), [{ to: 'Ana', handle: '' }], 'e')).toBeNull();
    expect(putTogether(apart([row(0, ''), row(0, 'red')]), [{ to: 'Ana', handle: '' }], 'e')).toBeNull();
    // What is too long to be sealed stands there as it is.
    const long = 'x'.repeat(100_000);
    expect(putTogether(apart([row(0, long)]), [null], 'e')).not.toBeNull();
  });

  it('make no words of ours together, nor a note that stands there otherwise', () => {
    const texts = [{ text: 'it was out bef' }, { text: 'ore, 2026-11-01' }, { text: 'to Ben' }];
    for (const pieces of [
      [0, 1],
      [0, 1, ' ', 2],
      [' ', 2],
    ]) {
      const read = rows(putTogether(apart([row(0, pieces)]), texts, 'e'))[0]?.note;
      const lost = rows(putTogether(apart([row(0, pieces)]), [null, null, null], 'e'))[0]?.note;
      expect(read).toBe(lost);
    }
  });
});
