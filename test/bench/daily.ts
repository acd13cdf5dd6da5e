import type { Lab } from './lab.ts';
import type { Row } from './report.ts';
import { quantile } from './stats.ts';

const times = 200;
const rounds = 5;

/**
 * What a seller does all day: giving out one code, and looking one up, on a small and a large ledger in
 * turn; giving out 100,000 to a platform at once, and to 100,000 people.
 */
export async function measureDailyActs(lab: Lab): Promise<Row[]> {
  const measured = await lab.onFreshPage('daily', [1000, 1_000_000], times);
  const small = measured[0];
  const rows = measured.flatMap((ledger): Row[] => {
    const codes = new Intl.NumberFormat('en').format(ledger.size);
    const lines = (act: 'issue' | 'lookUp', name: string) => {
      const middle = quantile(ledger[act], 0.5);
      const ratio = ledger !== small &&
        small && { ratio: { times: middle / quantile(small[act], 0.5), of: 'as at 1,000' } };
      const start = { unit: 'ms', name: `${name} at ${codes}` } as const;
      const id = `${act === 'issue' ? 'issue' : 'look-up'}-${ledger.size}`;
      // "No scan" shows in the median staying flat; twice leaves room for noise.
      const budget = ratio && act === 'issue' && { budget: { most: 2 } };
      return [
        { ...start, id: `${id}-p50`, name: `${start.name}, p50`, value: middle, ...ratio, ...budget },
        { ...start, id: `${id}-p99`, name: `${start.name}, p99`, value: quantile(ledger[act], 0.99) },
      ];
    };
    return [...lines('issue', 'give out one code'), ...lines('lookUp', 'look up a full code')];
  });
  const all = await lab.onFreshPage('giveOutAll', 100_000);
  const lots: number[] = [];
  const lists: number[] = [];
  for (let round = 0; round < rounds; round++) {
    lots.push(await lab.onFreshPage('giveOutAll', 10_000));
    lists.push((await lab.onFreshPage('people', 10_000)).give);
  }
  const list = quantile(lists, 0.5);
  const { give, read, forget } = await lab.onFreshPage('people', 100_000);
  const ofPeople = [
    { id: 'people-give-100000', name: 'give out to a list of 100,000 people', value: give },
    { id: 'people-read-100000', name: 'who has what: read 100,000 people', value: read },
    { id: 'people-forget-100000', name: 'forget one of 100,000 people', value: forget },
  ].map((row): Row => ({ ...row, unit: 'ms' }));
  return [
    ...rows,
    ...ofPeople,
    {
      ...({
        id: 'list-10000',
        name: 'give out to a list of 10,000 people',
        value: list,
        unit: 'ms',
      } as const),
      ratio: { times: list / quantile(lots, 0.5), of: 'as long as 10,000 in one lot' },
      budget: { most: 2 },
    },
    {
      id: 'give-out-100000',
      name: 'give out 100,000 to a platform, one entry',
      value: all,
      unit: 'ms',
    },
  ];
}
