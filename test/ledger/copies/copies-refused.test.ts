import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { FileProblem, readCodeFile, seal, sealedHead, unseal } from '../../../src/files';
import {
  addToInbox,
  backupLines,
  type Db,
  handOver,
  handOverLines,
  issueNext,
  LedgerProblem,
  listPromotions,
  planRestore,
  readBackup,
  readHandOver,
  redeem,
  rememberOffer,
  restoreBackup,
  selfCheck,
  takeHandOver,
  updatePromotion,
} from '../../../src/ledger/index';
import { worded, wordedNow } from '../../worded';
import { code, codes, everything, freshLedger, importCodes, to } from '../helpers';

const stored = (name: string) =>
  new Uint8Array(readFileSync(new URL(`faulty/${name}.claimcheck`, import.meta.url)));

async function load(db: Db, lines: readonly string[]) {
  return restoreBackup(db, await planRestore(db, await readBackup(lines), '2026-05-03T10:00:00.000Z'), '');
}

/** Takes a file as the seller's choice of it would. */
async function loadFile(db: Db, name: string) {
  const bytes = stored(name);
  sealedHead(name, bytes);
  return load(db, await unseal(name, bytes, 'backup', null));
}

async function takeFile(db: Db, name: string) {
  return takeHandOver(db, readHandOver(await unseal(name, stored(name), 'hand-over', 'password1')), '');
}

/** A ledger with something in every store. */
async function busy(): Promise<Db> {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(12));
  await issueNext(db, promotionId, 3, to('Anna', 'Instagram'));
  await redeem(db, code(0), '111', '');
  await handOver(db, promotionId, 2, { to: 'Kim', by: '' });
  await updatePromotion(db, promotionId, { ticks: { tried: '2026-05-03T10:00:00.000Z' } });
  const about = { account: null, marketplace: 'US' as const };
  await rememberOffer(db, { ...about, sku: 'A', asin: null, limit: 1, price: 3 });
  const file = { name: 'a.zip', bytes: new Uint8Array([1, 2, 255]), group: 'g', quantity: 5 };
  await addToInbox(db, { ...file, ...about, promotion: null });
  return db;
}

describe('a saved copy', () => {
  it('that is sound is loaded', async () => {
    const db = await freshLedger();
    expect(await loadFile(db, 'copy-sound')).toMatchObject({ added: 24 });
    expect((await listPromotions(db)).map(({ promotion }) => promotion.name).sort()).toEqual([
      'Garlic',
      'Onion',
    ]);
  });

  it.each([
    ['copy-without-createdAt', /line 1, promotions, row 1: `createdAt` is missing/],
    ['copy-amazonIds-null', /line 1, promotions, row 1: `amazonIds` is empty, not a list/],
    ['copy-name-number', /line 1, promotions, row 1: `name` is 5, not text/],
    ['copy-store-constructor', /line 8: `store` is “constructor”/],
    ['madeAt-notime', /`madeAt` is “yesterday”, which isn’t a valid time/],
    ['head-constructor', /`claimcheck` is “constructor”/],
  ])('%s is refused with its field, and nothing is taken', async (name, words) => {
    const db = await busy();
    const before = await everything(db);
    await expect(worded(loadFile(db, name))).rejects.toThrow(words);
    expect(await everything(db)).toEqual(before);
  });

  it('is brought back with what waited and what was read of offers', async () => {
    const from = await busy();
    const db = await freshLedger();
    await load(db, (await backupLines(from)).lines);
    for (const store of ['promotions', 'inbox', 'offers', 'blocks'] as const) {
      expect(await db.getAll(store)).toEqual(await from.getAll(store));
    }
  });
});

describe('a handover', () => {
  it.each([
    ['hand-over-not-codes', /line 2: “=HYPERLINK\("HTTP:\/\/X"\)” isn’t a claim code/],
    ['hand-over-bad-at', /line 1: `at` is .*which isn’t a valid time/],
    ['hand-over-no-amazonIds', /line 1: .*`promotion.amazonIds` is missing/],
    ['hand-over-name-missing', /line 1: `promotion.name` is missing/],
    ['hand-over-not-json', /line 1 can’t be read/],
  ])('%s is refused with its field, and nothing is taken', async (name, words) => {
    const db = await busy();
    const before = await everything(db);
    await expect(worded(takeFile(db, name))).rejects.toThrow(words);
    await expect(takeFile(db, name)).rejects.toBeInstanceOf(LedgerProblem);
    expect(await everything(db)).toEqual(before);
  });

  it('without codes, with an empty one, or one twice is refused', async () => {
    const db = await busy();
    const [{ promotion } = { promotion: null }] = await listPromotions(db);
    const [about = '', list = ''] = handOverLines({
      ...{ file: 'f', promotion: promotion!, to: '', by: '', at: '2026-05-03T10:00:00.000Z' },
      codes: codes(2, 'BBBB'),
    });
    expect(readHandOver([about, ...list.split('\n')]).codes).toEqual(codes(2, 'BBBB'));
    expect(() => wordedNow(() => readHandOver([about]))).toThrow(/no codes/);
    expect(() => wordedNow(() => readHandOver([about, '']))).toThrow(/line 2: “” isn’t a claim code/);
    expect(() => wordedNow(() => readHandOver([about, code(1), code(1)]))).toThrow(/twice/);
    expect(() => wordedNow(() => readHandOver([]))).toThrow(/line 1 can’t be read/);
  });
});

describe('a file of ours among lists of codes', () => {
  it.each([
    ['copy-sound', /“Restore a backup”/],
    ['hand-over-bad-at', /“Receive codes”/],
    ['head-constructor', /is damaged or incomplete: its first line has a problem \(`claimcheck`/],
  ])('%s is sent to where it belongs', async (name, words) => {
    await expect(worded(readCodeFile(name, stored(name)))).rejects.toThrow(words);
  });
});

describe('a file that unpacks to far more than it holds', () => {
  it('is refused while it is unpacked', async () => {
    const packed = gzipSync(new Uint8Array(300 * 1024 * 1024));
    expect(packed.byteLength).toBeLessThan(400_000);
    // A checksum of format 1 or 2 covers only what is packed.
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', packed)).toString('hex');
    const head = {
      claimcheck: 'backup',
      format: 2,
      madeAt: '2026-05-03T10:00:00.000Z',
      sha256: digest,
      locked: null,
    };
    const file = new Uint8Array(await new Blob([`${JSON.stringify(head)}\n`, packed]).arrayBuffer());
    await expect(unseal('f', file, 'backup', null)).rejects.toMatchObject({ code: 'too-large' });
  });
});

/** What a hand or a bad disk may put in the place of any value. */
const strange = fc.constantFrom<unknown>(
  ...[undefined, null, true, 5, -1, 0.5, 1e300, 2 ** 53, '', 'x', 'constructor', '__proto__', 'toString'],
  ...['2026-02-31T00:00:00.000Z', '=1+1', [], [null], {}, { $bytes: '*' }, { $bytes: 5 }, { length: -1 }],
);

/** The same JSON with one of its values replaced, taken out, or a strange field beside it. */
function spoilt(value: unknown, path: readonly number[], by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by;
  const fields = Object.entries(value);
  const [at = 0, ...rest] = path;
  const chosen = fields[at % (fields.length + 1)];
  if (!chosen) return Array.isArray(value) ? [...value, by] : JSON.parse(`{"__proto__":1,"more":1}`);
  const changed = rest.length === 0 ? by : spoilt(chosen[1], rest, by);
  if (Array.isArray(value)) return value.map((each, i) => (String(i) === chosen[0] ? changed : each));
  return Object.fromEntries(fields.map(([key, each]) => [key, key === chosen[0] ? changed : each]));
}

const path = fc.array(fc.nat(30), { minLength: 1, maxLength: 4 });

describe('any change to a file', () => {
  let from: Db;
  let lines: string[];
  let hand: string[];
  beforeAll(async () => {
    from = await busy();
    lines = (await backupLines(from)).lines;
    const given = await handOver(from, (await listPromotions(from))[0]!.promotion.id, 3, {
      to: 'Kim',
      by: '',
    });
    const [about = '', list = ''] = handOverLines(given);
    hand = [about, ...list.split('\n')];
  });

  it('of a copy is refused in words and changes nothing, or the copy is loaded whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), path, strange, async (at, way, by) => {
        const changed = lines.map((line, i) =>
          i === at % lines.length ? (JSON.stringify(spoilt(JSON.parse(line), way, by)) ?? '') : line,
        );
        const db = await freshLedger();
        const before = await everything(db);
        try {
          await load(db, changed);
          expect((await selfCheck(db)).faults).toEqual([]);
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerProblem);
          expect(await everything(db)).toEqual(before);
        } finally {
          db.close();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of a handover is refused in words and changes nothing, or its codes are taken', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), path, strange, async (at, way, by) => {
        const changed = hand.map((line, i) => {
          if (i !== at % hand.length) return line;
          return i === 0 ? (JSON.stringify(spoilt(JSON.parse(line), way, by)) ?? '') : String(by);
        });
        const db = await freshLedger();
        const before = await everything(db);
        try {
          const { added } = await takeHandOver(db, readHandOver(changed), '');
          expect(added).toBe(3);
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerProblem);
          expect(await everything(db)).toEqual(before);
        } finally {
          db.close();
        }
      }),
      { numRuns: 200 },
    );
  });

  it('of its bytes is found by the checksum, the first line’s as well', async () => {
    const bytes = await seal('backup', ['one', 'two'], {
      madeAt: '2026-05-03T10:00:00.000Z',
      passphrase: null,
    });
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      await expect(unseal('f', changed, 'backup', null), `byte ${at}`).rejects.toBeInstanceOf(FileProblem);
    }
  });
});
