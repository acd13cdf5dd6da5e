import { expect, it } from 'vitest';
import { takeReportFile } from '../../../src/actions/reports/take-file';
import { Problem } from '../../../src/domain/problem';
import { sentenceOf } from '../../../src/words/problem-words';
import { Chance, seedFrom } from '../../chance';
import { freshLedger } from '../../ledger/helpers';
import { countsOf } from '../../ledger/reports/helpers';
import { filesBy } from './sets/files';
import { shopBy } from './sets/shop';
import { truthOf } from './sets/truth';

/*
 * Shops whose truth is known, written out as sets of reports in every way that such files come, and read in through
 * the reader and the ledger. As many as one likes: `npm run reports -- 10000 [seed]`.
 */

const seed = seedFrom('REPORT_SEED');
const sets = Number(process.env.REPORT_SETS ?? 150);
const none = { checkouts: 0, pending: 0, orders: 0, canceled: 0 };

it(`${sets} sets of reports count exactly what they say (REPORT_SEED=${seed})`, {
  timeout: 60_000 + sets * 1000,
}, async () => {
  for (let set = 0; set < sets; set++) {
    const own = (seed + set * 7919) >>> 0;
    try {
      await importSet(new Chance(own));
    } catch (error) {
      throw new Error(`REPORT_SEED=${own} (first set): ${String(error)}`, { cause: error });
    }
  }
});

async function importSet(chance: Chance): Promise<void> {
  const shop = shopBy(chance);
  const files = filesBy(chance, shop);
  const db = await freshLedger();
  for (const { file, reports, refused } of files) {
    const outcomes = await takeReportFile(db, file, { by: '' });
    if (refused) {
      expect(outcomes.map(({ taken }) => taken)).toEqual([null]);
      expect(sentenceOf(new Problem(outcomes[0]?.problem as never)).length).toBeGreaterThan(20);
      continue;
    }
    expect(outcomes).toHaveLength(reports.length);
    for (const [i, { rows, bad, lines, about }] of reports.entries()) {
      if (rows.length === 0 && bad > 0) {
        expect(outcomes[i], about).toMatchObject({
          problem: { key: 'problemReportUnreadable' },
          taken: null,
        });
        continue;
      }
      const orders = new Set(rows.map(({ order }) => order)).size;
      expect(outcomes[i], about).toMatchObject({ problem: null, taken: { lines, orders, rejected: bad } });
    }
  }
  const all = files.flatMap(({ reports }) => reports);
  const counts = await countsOf(db);
  for (const id of shop.ids)
    expect({ id, ...(counts[id] ?? none) }, all.map(({ about }) => about).join('\n')).toEqual({
      id,
      ...truthOf(
        shop,
        id,
        all.map(({ rows }) => rows),
      ),
    });
  db.close();
}
