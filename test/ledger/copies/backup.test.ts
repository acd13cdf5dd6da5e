import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../../src/files';
import {
  addToInbox,
  type Backup,
  backupLines,
  confirmImport,
  type Db,
  getPromotion,
  issueNext,
  listInbox,
  listPromotions,
  planImport,
  planRestore,
  readBackup,
  redeem,
  releaseHeld,
  restoreBackup,
  selfCheck,
  updatePromotion,
  withdrawImport,
} from '../../../src/ledger/index';
import { worded } from '../../worded';
import {
  cancel,
  code,
  codes,
  everything,
  fileOf,
  freshLedger,
  importCodes,
  promotion,
  putBack,
  rowsOf,
  to,
} from '../helpers';

const madeAt = '2026-05-03T10:00:00.000Z';

/** Saves a ledger into a file and loads that file into another, as the seller does. */
async function copyInto(target: Db, source: Db) {
  const { lines } = await backupLines(source);
  const file = await seal('backup', lines, { madeAt, passphrase: null });
  const backup = await readBackup(await unseal('copy', file, 'backup', null));
  const plan = await planRestore(target, backup, madeAt);
  return { plan, restored: await restoreBackup(target, plan, 'Sam') };
}

async function busy(): Promise<{ db: Db; id: string; issuance: string }> {
  const db = await freshLedger();
  const { promotionId: id } = await importCodes(db, codes(2300), { name: 'IG-01' });
  const back = await issueNext(db, id, 3, to('Ben'));
  await putBack(db, back.issuance, '');
  const { issuance } = await issueNext(db, id, 5, to('Anna', 'Instagram'));
  await redeem(db, code(4), '111-1', '');
  await cancel(db, id, [code(20)], 'typo');
  await importCodes(db, codes(3, 'BBBB'), { into: promotion({ name: 'Other' }) });
  await addToInbox(db, {
    ...{ name: 'a.zip', bytes: Uint8Array.of(80, 75, 255), group: 'G', quantity: 2 },
    ...{ marketplace: 'US', account: null, promotion: null },
  });
  return { db, id, issuance };
}

const states = async (db: Db, id: string) =>
  Object.fromEntries((await rowsOf(db, id)).map((row) => [row.code, `${row.state} ${row.issuedTo}`]));

describe('a copy loaded into an empty ledger', () => {
  it('brings everything back, with what was left on hold', async () => {
    const { db, id } = await busy();
    const empty = await freshLedger();
    const { plan, restored } = await copyInto(empty, db);
    expect(plan).toMatchObject({ intoEmpty: true, added: 2303, alreadyHere: 0 });
    expect(restored).toEqual({ added: 2303, heldBack: 2297, caughtUp: 0, conflicts: 0 });
    const { counts } = await getPromotion(empty, id);
    expect(counts).toEqual({
      ...{ total: 2300, available: 0, held: 2294, issued: 5, void: 1, moved: 0 },
      ...{ redeemed: 1, redeemedKnown: true },
    });
    const before = await rowsOf(db, id);
    const after = await rowsOf(empty, id);
    expect(after.map((row) => row.code)).toEqual(before.map((row) => row.code));
    expect(after.filter((row) => row.state === 'issued')).toEqual(
      before.filter((row) => row.state === 'issued'),
    );
    expect(after.find((row) => row.state === 'held')?.note).toMatch(
      /May have been given out since May 3, 2026/,
    );
    expect((await listInbox(empty)).map((item) => item.bytes)).toEqual([Uint8Array.of(80, 75, 255)]);
    expect((await selfCheck(empty)).faults).toEqual([]);
    // Nothing restored can go out by accident, and everything restored is known as a duplicate.
    await expect(issueNext(empty, id, 1, to('Eve'))).rejects.toMatchObject({ code: 'not-enough' });
    expect((await planImport(empty, fileOf(codes(2300)))).added).toBe(0);
  });

  it('brings the message back with its language, and takes no language that there is not', async () => {
    const { db, id } = await busy();
    await updatePromotion(db, id, { template: 'Nimm {code}', messageLanguage: 'de' });
    const empty = await freshLedger();
    await copyInto(empty, db);
    const { promotion } = await getPromotion(empty, id);
    expect(promotion).toMatchObject({ template: 'Nimm {code}', messageLanguage: 'de' });
    const { lines } = await backupLines(db);
    const spoilt = lines.map((line) => line.replace('"messageLanguage":"de"', '"messageLanguage":"xx"'));
    await expect(worded(readBackup(spoilt))).rejects.toThrow(/messageLanguage/);
  });

  it('can be loaded a second time without doubling or changing anything', async () => {
    const { db, id } = await busy();
    const other = await freshLedger();
    await copyInto(other, db);
    const before = await states(other, id);
    const { restored } = await copyInto(other, db);
    expect(restored).toEqual({ added: 0, heldBack: 0, caughtUp: 0, conflicts: 0 });
    expect(await states(other, id)).toEqual(before);
    expect((await selfCheck(other)).faults).toEqual([]);
  });
});

describe('a copy made while codes go out', () => {
  it('shows one moment, whatever comes after it', async () => {
    const { db, id } = await busy();
    let copied = false;
    const copying = backupLines(db).finally(() => {
      copied = true;
    });
    let acts = 0;
    for (; !copied; acts++) {
      await issueNext(db, id, 2, to('Anna'));
      if (acts === 1) await importCodes(db, codes(2, 'CCCC'), { into: { id } });
    }
    expect(acts).toBeGreaterThan(1);
    const other = await freshLedger();
    await restoreBackup(other, await planRestore(other, await readBackup((await copying).lines), madeAt), '');
    expect((await selfCheck(other)).faults).toEqual([]);
    expect((await getPromotion(other, id)).counts.issued).toBeLessThan(
      (await getPromotion(db, id)).counts.issued,
    );
  });
});

describe('a copy loaded into a ledger with newer entries', () => {
  it('never turns a code that is out into one that is left', async () => {
    const { db, id } = await busy();
    const { lines } = await backupLines(db);
    const { codes: later } = await issueNext(db, id, 10, to('Carla'));
    const before = await states(db, id);
    const plan = await planRestore(db, await readBackup(lines), madeAt);
    expect(await restoreBackup(db, plan, '')).toMatchObject({ added: 0, caughtUp: 0, conflicts: 0 });
    expect(await states(db, id)).toEqual(before);
    expect(later.every((each) => before[each] === 'issued Carla')).toBe(true);
  });

  it('leaves taken back what was taken back since', async () => {
    const { db, id, issuance } = await busy();
    const { issuance: second } = await issueNext(db, id, 2, to('Dora'));
    const { lines } = await backupLines(db);
    await putBack(db, second, '');
    const before = await states(db, id);
    await restoreBackup(db, await planRestore(db, await readBackup(lines), madeAt), '');
    expect(await states(db, id)).toEqual(before);
    expect(issuance).not.toBe(second);
  });

  it('learns from a newer copy what went out elsewhere, and counts what went to two people', async () => {
    const { db, id } = await busy();
    const elsewhere = await freshLedger();
    await importCodes(elsewhere, codes(40), { into: promotion() });
    const there = (await listPromotions(elsewhere))[0]?.promotion.id ?? '';
    await issueNext(elsewhere, there, 7, to('Zoe'));
    const { plan, restored } = await copyInto(db, elsewhere);
    expect(plan).toMatchObject({ intoEmpty: false, added: 0, alreadyHere: 40 });
    // Codes 3 to 6 are out here too, to Anna; 0 to 2 came back from Ben and now count as Zoe's.
    // What is left on both is held back here: it may go out there.
    expect(restored).toEqual({ added: 0, heldBack: 31, caughtUp: 3, conflicts: 4 });
    expect((await states(db, id))[code(0)]).toBe('issued Zoe');
    expect((await states(db, id))[code(3)]).toBe('issued Anna');
    expect((await selfCheck(db)).faults).toEqual([]);
    expect((await copyInto(db, elsewhere)).restored).toMatchObject({ caughtUp: 0 });
  });

  it('adds only the codes of an import that are not here yet, each in its own state', async () => {
    const here = await freshLedger();
    const { promotionId } = await importCodes(
      here,
      codes(1500).filter((_, i) => i % 3 === 0),
    );
    const { db } = await busy();
    const { plan, restored } = await copyInto(here, db);
    expect(plan).toMatchObject({ added: 1803, alreadyHere: 500 });
    // Those that are in the line there, too, are held back here, one that came back into it among them.
    expect(restored).toMatchObject({ added: 1803, conflicts: 0, caughtUp: 2 });
    expect((await states(here, promotionId))[code(0)]).toBe('held ');
    expect((await getPromotion(here, promotionId)).counts).toMatchObject({ total: 2300, issued: 5, void: 1 });
    expect((await states(here, promotionId))[code(4)]).toBe('issued Anna');
    expect((await selfCheck(here)).faults).toEqual([]);
  });

  it('keeps out an import that was taken out since', async () => {
    const db = await freshLedger();
    const { promotionId, batchId } = await importCodes(db, codes(5));
    const { lines } = await backupLines(db);
    await withdrawImport(db, batchId, '');
    await restoreBackup(db, await planRestore(db, await readBackup(lines), madeAt), '');
    expect((await getPromotion(db, promotionId)).counts.total).toBe(0);
  });

  it('is refused when the codes changed since the preview', async () => {
    const { db, id } = await busy();
    const { lines } = await backupLines(db);
    const plan = await planRestore(db, await readBackup(lines), madeAt);
    await issueNext(db, id, 1, to(''));
    const before = await everything(db);
    await expect(restoreBackup(db, plan, '')).rejects.toMatchObject({ code: 'moved' });
    expect(await everything(db)).toEqual(before);
  });
});

describe('a copy that holds a code twice', () => {
  it('lets it count once, in its farthest state', async () => {
    const db = await freshLedger();
    const { promotionId: id } = await importCodes(db, codes(5));
    await issueNext(db, id, 1, to('Anna'));
    const { lines } = await backupLines(db);
    // As an earlier version could save it: the same codes in two imports.
    const copy = JSON.parse(JSON.stringify(await readBackup(lines))) as Backup;
    const [batch] = copy.batches;
    const [block] = copy.blocks;
    const span = { batch: 2, from: 0, count: 5, promotionId: id, entry: 0, issue: 0, redeem: 0 };
    const twice: Backup = {
      ...copy,
      batches: [batch, { ...batch, id: 2, sha256: 'ef'.repeat(32) }] as Backup['batches'],
      blocks: [block, { ...block, batch: 2 }] as Backup['blocks'],
      spans: [...copy.spans, { ...span, state: 'available' }],
    };
    const other = await freshLedger();
    await restoreBackup(other, await planRestore(other, twice, madeAt), '');
    await releaseHeld(other, id, '');
    const rows = (await rowsOf(other, id)).filter((row) => row.state !== 'void');
    expect(rows.map((row) => [row.code, row.state, row.issuedTo])).toEqual(
      codes(5).map((each, i) => (i === 0 ? [each, 'issued', 'Anna'] : [each, 'available', ''])),
    );
    expect((await selfCheck(other)).faults).toEqual([]);
  });
});

describe('a copy that is not sound', () => {
  it.each([
    ['a changed code', (text: string) => text.replace('AAAA-AAAAAA', 'AAAA-AAAAAB'), /checksum/],
    [
      'a state nobody brought',
      (text: string) => text.replace('"state":"void"', '"state":"issued"'),
      /history/,
    ],
  ])('with %s is refused, and nothing is loaded', async (_what, spoil, words) => {
    const { db } = await busy();
    const { lines } = await backupLines(db);
    await expect(worded(readBackup(lines.map(spoil)))).rejects.toThrow(words);
    const without = lines.filter((line) => !line.includes('"store":"spans"'));
    await expect(worded(readBackup(without))).rejects.toThrow(/isn’t valid/);
  });

  it('loads a large import in a moment’s preview', async () => {
    const db = await freshLedger();
    const plan = await planImport(db, fileOf(codes(20_000)));
    const target = {
      promotion: promotion(),
      as: { kind: 'new' },
      name: '',
      quantityAsked: null,
      by: '',
    } as const;
    await confirmImport(db, plan, target);
    const other = await freshLedger();
    expect((await copyInto(other, db)).restored.heldBack).toBe(20_000);
  });
});
