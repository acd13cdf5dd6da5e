import { expect, it, vi } from 'vitest';
import { resultsView } from '../../../src/actions/reports/results';
import { leakSignOf } from '../../../src/domain/alerts/leak-sign';
import { Chance, seedFrom } from '../../chance';
import { leakKinds, now, type Run, type TwoYears, twoYearsBy } from './sets/two-years';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../fake-platform')).browser,
}));

/*
 * Two years of shops by chance: orders and codes as clean shops have them, and with one leak slipped in. A tenth of
 * `npm run reports -- 10000 [seed]`.
 */

const seed = seedFrom('REPORT_SEED');
const shops = Math.ceil(Number(process.env.REPORT_SETS ?? 1000) / 10);

/** The signs that the seller sees, and the alarms among them, of each promotion. */
function signsOf({ runs, maxOrderQuantity }: TwoYears) {
  const shown = ({ promotion, counts, told }: Run) =>
    resultsView({ promotion, counts, lastIssuedAt: null }, told, {
      now: now * 1000,
      maxOrderQuantity,
    }).leaks.map(({ kind }) => kind);
  return runs.map((run) => ({
    signs: shown(run),
    alarm: leakSignOf({ kind: run.told.use.kind, ...run.told }, run.promotion, run.counts)?.kind ?? null,
  }));
}

function each(job: (chance: Chance, shop: number) => void): void {
  for (let shop = 0; shop < shops; shop++) {
    const own = (seed + shop * 7919) >>> 0;
    try {
      job(new Chance(own), shop);
    } catch (error) {
      throw new Error(`REPORT_SEED=${own} (first shop): ${String(error)}`, { cause: error });
    }
  }
}

/** A busy machine takes its time. */
const timeout = 60_000 + shops * 1000;
const clean = { signs: [], alarm: null };
const alarming = ['more-than-known', 'more-than-out', 'before-first'];

it(`${shops} clean shops raise no alarm in two years (REPORT_SEED=${seed})`, { timeout }, () => {
  each((chance) => {
    for (const promotion of signsOf(twoYearsBy(chance, null))) expect(promotion).toEqual(clean);
  });
});

it(`${shops} shops raise an alarm where something leaks, and nowhere else (REPORT_SEED=${seed})`, {
  timeout,
}, () => {
  each((chance, shop) => {
    const leak = leakKinds[shop % leakKinds.length] as (typeof leakKinds)[number];
    const [leaking, ...others] = signsOf(twoYearsBy(chance, leak));
    expect(leaking).toEqual({ signs: [leak], alarm: alarming.includes(leak) ? leak : null });
    for (const promotion of others) expect(promotion).toEqual(clean);
  });
});
