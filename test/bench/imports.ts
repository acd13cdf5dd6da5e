import type { Lab } from './lab.ts';
import type { ImportTimes } from './page/ours.ts';
import type { Row } from './report.ts';
import { median } from './stats.ts';

const rivals = ['floor', 'raw', 'dexie', 'pouchdb'] as const;
type Rival = (typeof rivals)[number];

const rounds = 3;
/** A rival that has taken this long, in milliseconds, is not run again: its ratio is far from any budget's edge. */
const enough = 8000;

const sizes = [1000, 10_000, 100_000, 1_000_000];
const title: Record<Rival, string> = {
  floor: 'one raw record',
  raw: 'raw IndexedDB',
  dexie: 'Dexie bulkAdd',
  pouchdb: 'PouchDB bulkDocs',
};

/** Medians of one size, milliseconds. */
interface Times {
  readonly size: number;
  readonly ours: ImportTimes;
  readonly unzip: number;
  readonly rivals: ReadonlyMap<Rival, number>;
}

/**
 * Imports of 1,000 to 1,000,000 codes, ours and the rivals' in turn. At a million only the floor runs
 * beside ours, with `million` also IndexedDB by hand (minutes).
 */
export async function measureImports(lab: Lab, million: boolean): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    const chosen = rivals.filter(
      (rival) => size <= 100_000 || rival === 'floor' || (million && rival === 'raw'),
    );
    rows.push(...rowsOf(await measure(lab, size, chosen)));
  }
  return rows;
}

async function measure(lab: Lab, size: number, chosen: readonly Rival[]): Promise<Times> {
  const ours: ImportTimes[] = [];
  const unzip: number[] = [];
  const times = new Map<Rival, number[]>(chosen.map((rival) => [rival, []]));
  for (let round = 0; round < rounds; round++) {
    ours.push(await lab.onFreshPage('ours', size));
    unzip.push(await lab.onFreshPage('unzip', size));
    for (const [rival, taken] of times)
      if (taken.reduce((sum, each) => sum + each, 0) < enough) taken.push(await lab.onFreshPage(rival, size));
  }
  const of = (step: keyof ImportTimes) => median(ours.map((each) => each[step]));
  return {
    size,
    ours: { read: of('read'), plan: of('plan'), store: of('store'), total: of('total') },
    unzip: median(unzip),
    rivals: new Map([...times].map(([rival, taken]) => [rival, median(taken)])),
  };
}

type Budget = { readonly least: number } | { readonly most: number };

/** How many times as long as our full path each rival takes, and how our store step compares. */
const fullBudgets: Partial<Record<Rival, Budget>> = { dexie: { least: 30 } };
const storeBudgets: Partial<Record<Rival, Budget>> = {
  dexie: { least: 50 },
  pouchdb: { least: 100 },
  floor: { most: 6 },
};

/** Budgets hold at 100,000 codes; at other sizes the same rows are for information. */
function rowsOf({ size, ours, unzip, rivals: times }: Times): Row[] {
  const row = (id: string, name: string, value: number): Row => ({
    id: `import-${size}-${id}`,
    name: `import of ${new Intl.NumberFormat('en').format(size)}: ${name}`,
    value,
    unit: 'ms',
  });
  const within = (budget: Budget | undefined) => size === 100_000 && budget && { budget };
  return [
    row('unzip', 'unzip alone', unzip),
    row('read', 'digest, unzip and parse', ours.read),
    row('plan', 'dedupe', ours.plan),
    row('store', 'store step', ours.store),
    row('full', 'ZIP to ledger with dedupe', ours.total),
    ...[...times].map(([rival, time]) => ({
      ...row(`full-${rival}`, title[rival], time),
      ratio: { times: time / ours.total, of: 'ZIP to ledger' },
      ...within(fullBudgets[rival]),
    })),
    ...[...times].map(([rival, time]) => ({
      ...row(`store-${rival}`, `store step against ${title[rival]}`, ours.store),
      ratio:
        rival === 'floor'
          ? { times: ours.store / time, of: 'the floor' }
          : { times: time / ours.store, of: 'as fast' },
      ...within(storeBudgets[rival]),
    })),
  ];
}
