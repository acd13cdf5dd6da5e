import { describe, expect, it } from 'vitest';
import {
  backupLines,
  type Db,
  editIssuance,
  issueNext,
  issueToList,
  listPeople,
  mendFrom,
  planRestore,
  readBackup,
  restoreBackup,
  selfCheck,
  takeBack,
} from '../../../src/ledger/index';
import { code, codes, freshLedger, importCodes, rowsOf, to } from '../helpers';

const about = { channel: 'Newsletter', note: '', by: 'Sam' };
const madeAt = '2026-05-03T10:00:00.000Z';
const names = ['Anna', 'Bert', 'Carl', 'Dora', 'Eve', 'Fay'];
const people = names.map((name) => ({ to: name, handle: `${name}@x.org`, channel: '', note: '' }));

/** Codes of which the third to eighth went to a list. */
async function given() {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(10));
  await issueNext(db, promotionId, 2, to('Zed'));
  const { issuance } = await issueToList(db, promotionId, people, about);
  return { db, promotionId, issuance, lines: (await backupLines(db)).lines };
}

async function load(db: Db, lines: readonly string[]) {
  return restoreBackup(db, await planRestore(db, await readBackup(lines), madeAt), '');
}

const whomIn = async (db: Db, promotionId: string) =>
  Object.fromEntries((await rowsOf(db, promotionId)).map((row) => [row.code, row.issuedTo]));
const whomOf = (list: readonly string[], first: number) =>
  Object.fromEntries(list.map((name, i) => [code(first + i), name]));

describe('a copy of codes that went to a list', () => {
  it('brings the people along, into an empty ledger', async () => {
    const { lines, issuance } = await given();
    const db = await freshLedger();
    await load(db, lines);
    expect((await listPeople(db, issuance)).map((each) => [each.to, each.handle])).toEqual(
      people.map((each) => [each.to, each.handle]),
    );
    expect((await selfCheck(db)).faults).toEqual([]);
    // Once more it tells nothing new.
    expect(await load(db, lines)).toMatchObject({ added: 0, caughtUp: 0 });
    expect(await db.count('people')).toBe(1);
  });

  it('brings them where some of the codes are here, in another order and in two imports', async () => {
    const { lines } = await given();
    const db = await freshLedger();
    // Two of the list's codes stand here, far from each other and from those that are not.
    const { promotionId } = await importCodes(db, [code(6), ...codes(3, 'XXXX'), code(3)]);
    await load(db, lines);
    expect(await whomIn(db, promotionId)).toMatchObject(whomOf(['Zed', 'Zed', ...names], 0));
    expect((await selfCheck(db)).faults).toEqual([]);
    expect(await load(db, lines)).toMatchObject({ added: 0, caughtUp: 0 });
  });

  it('unites what became of each of them on both computers', async () => {
    const { db, promotionId, issuance, lines } = await given();
    const there = await freshLedger();
    await load(there, lines);
    const place = async (ledger: Db, name: string) => {
      const found = (await listPeople(ledger, issuance)).find((each) => each.to === name);
      if (!found) throw new Error(name);
      return found.place;
    };
    await editIssuance(
      there,
      issuance,
      { to: 'Anne', channel: '', note: '' },
      '',
      await place(there, 'Anna'),
    );
    await takeBack(there, issuance, 'all', '', await place(there, 'Carl'));
    await takeBack(db, issuance, 'none', '', await place(db, 'Fay'));
    await load(db, (await backupLines(there)).lines);
    expect((await listPeople(db, issuance)).map((each) => [each.to, each.state])).toEqual([
      ['Anne', 'issued'],
      ['Bert', 'issued'],
      ['Carl', 'void'],
      ['Dora', 'issued'],
      ['Eve', 'issued'],
      ['Fay', 'returned'],
    ]);
    expect((await whomIn(db, promotionId))[code(2)]).toBe('Anne');
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('mends a list that can’t be read here', async () => {
    const { db, issuance, lines } = await given();
    const [block] = await db.getAll('people');
    if (!block) throw new Error('none');
    await db.put('people', { ...block, text: `${block.text}!` });
    expect((await listPeople(db, issuance))[0]?.to).toBe('(damaged)');
    expect(await mendFrom(db, await readBackup(lines))).toBe(1);
    expect((await listPeople(db, issuance))[0]?.to).toBe('Anna');
    expect((await selfCheck(db)).faults).toEqual([]);
  });

  it('is refused where its list is not as it must be', async () => {
    const { lines } = await given();
    const at = lines.findIndex((line) => line.startsWith('{"store":"people"'));
    const [block] = JSON.parse(lines[at] ?? '').rows;
    const faulty = [
      [],
      [{ ...block, crc: 1 }],
      [{ ...block, text: 5 }],
      [{ ...block, text: 'x'.repeat(5_000_000) }],
      [{ ...block, entry: -1 }],
      [{ ...block, entry: 1 }],
      [{ ...block, n: 1 }],
      [block, block],
      [block, { ...block, n: 1 }],
      [block, { ...block, entry: 77 }],
      [null],
    ];
    for (const rows of faulty) {
      const spoilt = lines.with(at, JSON.stringify({ store: 'people', rows }));
      await expect(readBackup(spoilt), JSON.stringify(rows).slice(0, 100)).rejects.toMatchObject({
        code: 'damaged',
      });
    }
    // What no field of ours is stays out.
    const more = lines.with(at, JSON.stringify({ store: 'people', rows: [{ ...block, more: 1 }] }));
    expect((await readBackup(more)).people).toEqual([block]);
  });
});
