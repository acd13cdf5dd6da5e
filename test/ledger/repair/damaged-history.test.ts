import { describe, expect, it } from 'vitest';
import { Problem } from '../../../src/domain/problem';
import { historyAsCsv } from '../../../src/files';
import {
  type Db,
  findCodes,
  givenSince,
  givenTo,
  handOver,
  handOverAgain,
  holdNext,
  issueCode,
  issueNext,
  lastGivenTo,
  lastIssuance,
  listHandOvers,
  listHolds,
  listIssuances,
  listVoids,
  planImport,
  planList,
  redeem,
  selfCheck,
  takeBack,
} from '../../../src/ledger/index';
import { inWords } from '../../../src/words/problem-words';
import { worded } from '../../worded';
import { cancel, code, codes, fileOf, freshLedger, importCodes, rowsOf, to } from '../helpers';

const hold = { to: 'Kim', note: '', until: null, by: '' };

/** Of nine codes two went to Anna, who used one; others came back, are canceled, held and handed over. */
async function busy() {
  const db = await freshLedger();
  const { promotionId: id } = await importCodes(db, codes(9));
  await issueNext(db, id, 2, to('Anna'));
  await redeem(db, code(0), '111-1', '');
  const { issuance } = await issueNext(db, id, 1, to('Ben'));
  await takeBack(db, issuance, 'none', '');
  await cancel(db, id, [code(3)], 'typo');
  await holdNext(db, id, 1, hold);
  const { file } = await handOver(db, id, 1, hold);
  return { db, id, file };
}

/** Everything that shows the history. */
const views: Record<string, (db: Db, id: string, file: string) => Promise<unknown>> = {
  history: async (db, id) => historyAsCsv(await rowsOf(db, id)),
  'find by name': (db) => findCodes(db, 'Anna'),
  'find by code': (db) => findCodes(db, code(1)),
  'find by a piece': (db) => findCodes(db, 'AAAAAAC'),
  'given to': (db, id) => givenTo(db, id, 'Anna'),
  'last given to': (db, id) => lastGivenTo(db, id, 'Anna'),
  'given since': (db) => givenSince(db, '2020-01-01T00:00:00.000Z'),
  'last act': (db, id) => lastIssuance(db, id),
  acts: (db, id) => listIssuances(db, id),
  holds: (db, id) => listHolds(db, id),
  cancelings: (db, id) => listVoids(db, id),
  'hand-overs': (db, id) => listHandOvers(db, id),
  'hand-over again': (db, _, file) => handOverAgain(db, file).catch(inOurWords),
  preview: async (db) =>
    (await planImport(db, fileOf(codes(9)))).duplicates.map(({ where }) => inWords(where)),
  'list of people': async (db, id) => (await planList(db, id, [{ to: 'Anna', handle: '' }])).had,
  giving: (db) => issueCode(db, code(0), to('Bob')).catch(inOurWords),
};

function inOurWords(error: unknown): string {
  if (error instanceof Problem) return inWords(error.said);
  throw error;
}

const wrong = [undefined, null, 5, true, 'never', {}, []];

describe.each(['at', 'to', 'channel', 'note', 'by', 'undoes', 'issuance', 'batch', 'names'])(
  'entries whose `%s` is damaged',
  (field) => {
    it.each(wrong)('%j hide no others, and everything is said in our words', async (value) => {
      const { db, id, file } = await busy();
      for (const entry of await db.getAll('entries')) {
        const row = { ...entry, [field]: value };
        if (value === undefined) delete (row as Record<string, unknown>)[field];
        await db.put('entries', row as never);
      }
      for (const [name, view] of Object.entries(views)) {
        const shown = await view(db, id, file).catch((error) =>
          Promise.reject(new Error(name, { cause: error })),
        );
        // Ids are made by chance, and may hold any digits.
        const text = (JSON.stringify(shown) ?? '').replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'id');
        expect(text).not.toMatch(/Invalid Date|1970|undefined|\[object/);
      }
      if (field !== 'at') return;
      const found = { to: 'Anna', at: null };
      expect(await findCodes(db, 'Anna')).toMatchObject([found, found]);
      expect((await selfCheck(db)).ok).toBe(false);
    });
  },
);

it('a row that the browser can’t look up ends in a sentence of ours', async () => {
  const { db, id } = await busy();
  for (const span of await db.getAll('spans')) {
    if (span.state !== 'available') continue;
    await db.delete('spans', [span.batch, span.from]);
    await db.put('spans', { ...span, from: 1e9 + span.from });
  }
  await expect(worded(issueNext(db, id, 1, to('Bob')))).rejects.toThrow(/damaged/);
});
