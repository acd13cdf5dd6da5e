import type { Lab } from './lab.ts';
import type { ImportTimes } from './page/ours.ts';
import type { Row } from './report.ts';
import { median } from './stats.ts';

const slow = ['raw', 'dexie', 'pouchdb'] as const;
type Slow = (typeof slow)[number];
type Rival = 'floor' | Slow;

const rounds = 3;
/** A rival that has taken this long, in milliseconds, is not run again: that is steady enough for a ratio. */
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
  readonly floor: number;
  readonly slow: ReadonlyMap<Slow, number>;
}

/**
 * Imports of 1,000 to 1,000,000 codes, ours and the rivals' in turn. At a million only the floor runs
 * beside ours, with `million` also the rivals (a quarter of an hour).
 */
export async function measureImports(lab: Lab, million: boolean): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    const withRivals = million || size < 1_000_000;
    rows.push(...rowsOf(await measure(lab, size, withRivals ? slow : [])));
  }
  return rows;
}

async function measure(lab: Lab, size: number, chosen: readonly Slow[]): Promise<Times> {
  const ours: ImportTimes[] = [];
  const unzip: number[] = [];
  const floor: number[] = [];
  // What takes a moment is measured between all that takes long: one disturbance would spoil it.
  const measureQuick = async () => {
    ours.push(await lab.onFreshPage('ours', size));
    unzip.push(await lab.onFreshPage('unzip', size));
    floor.push(await lab.onFreshPage('floor', size));
  };
  const times = new Map<Slow, number[]>(chosen.map((rival) => [rival, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [rival, taken] of times) {
      if (taken.reduce((sum, each) => sum + each, 0) >= enough) continue;
      await measureQuick();
      taken.push(await lab.onFreshPage(rival, size));
    }
    await measureQuick();
  }
  const of = (step: keyof ImportTimes) => median(ours.map((each) => each[step]));
  return {
    size,
    ours: { read: of('read'), plan: of('plan'), store: of('store'), total: of('total') },
    unzip: median(unzip),
    floor: median(floor),
    slow: new Map([...times].map(([rival, taken]) => [rival, median(taken)])),
  };
}

type Budget = { readonly least: number } | { readonly most: number };

const fullBudgets: Partial<Record<Slow, Budget>> = { dexie: { least: 30 } };
const storeBudgets: Partial<Record<Slow, Budget>> = { dexie: { least: 50 }, pouchdb: { least: 100 } };
const floorBudget: Budget = { most: 6 };

/** Budgets hold at 100,000 codes; at other sizes the same rows are for information. */
function rowsOf({ size, ours, unzip, floor, slow: times }: Times): Row[] {
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
    row('floor', title.floor, floor),
    ...[...times].map(([rival, time]) => ({
      ...row(`full-${rival}`, title[rival], time),
      ratio: { times: time / ours.total, of: 'ZIP to ledger' },
      ...within(fullBudgets[rival]),
    })),
    ...[...times].map(([rival, time]) => ({
      ...row(`store-${rival}`, `store step against ${title[rival]}`, ours.store),
      ratio: { times: time / ours.store, of: 'as fast' },
      ...within(storeBudgets[rival]),
    })),
    {
      ...row('store-floor', `store step against ${title.floor}`, ours.store),
      ratio: { times: ours.store / floor, of: 'as long' },
      ...within(floorBudget),
    },
  ];
}
