import { beforeEach, expect, it, vi } from 'vitest';
import { localPool } from '../../../src/actions/local-pool';
import { PromotionTable } from '../../../src/actions/promotions/promotion-table';
import { issueNext, updatePromotion } from '../../../src/ledger/index';
import { eventually } from '../../eventually';
import { codes, freshLedger, importCodes, promotion, to } from '../../ledger/helpers';
import { done, forget } from '../fake-platform';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-platform')).browser,
}));
vi.mock('../../../src/platform/download', async () => ({
  downloadText: (await import('../fake-platform')).downloadText,
}));

beforeEach(forget);

/** Three promotions, the first of which gave out a code. */
async function three() {
  const db = await freshLedger();
  for (const name of ['Garlic', 'Olive', 'Pepper'])
    await importCodes(db, codes(3, `AA${name.slice(0, 2).toUpperCase()}`), { into: promotion({ name }) });
  const pool = localPool(db);
  const all = async () =>
    (await pool.listPromotions()).sort((a, b) => a.promotion.name.localeCompare(b.promotion.name));
  await issueNext(db, (await all())[0]?.promotion.id ?? '', 1, to('Anna'));
  return { db, pool, all, table: new PromotionTable(pool) };
}

it('archives several, says whose codes still work, undoes it, and brings them back', async () => {
  const { all, table } = await three();
  const [first, second] = await all();
  if (!first || !second) throw new Error();
  const archived = async () => (await all()).map((each) => Boolean(each.promotion.archived));
  table.choose([first.promotion.id, second.promotion.id], true);
  await table.archive([first, second]);
  expect(await archived()).toEqual([true, true, false]);
  expect(table.state.notice?.text).toBe(
    '2 promotions archived. 2 of them have codes that may still work on Amazon.',
  );
  expect(table.state.chosen.size).toBe(0);
  table.state.notice?.action?.run();
  await eventually(async () => expect(await archived()).toEqual([false, false, false]));
  await table.archive([first]);
  const away = (await all()).filter((each) => each.promotion.archived);
  await table.archive(away, false);
  expect(table.state.notice?.text).toBe('1 promotion is back in your lists.');
  expect(await archived()).toEqual([false, false, false]);
  table.state.notice?.action?.run();
  await eventually(async () => expect(await archived()).toEqual([true, false, false]));
  // As of when it was put away first.
  expect((await all())[0]?.promotion.archived).toBe(away[0]?.promotion.archived);
});

it('stops several, naming those that were stopped or had ended; undo leaves those as they were', async () => {
  const { db, all, table } = await three();
  const [first, second] = await all();
  await updatePromotion(db, first?.promotion.id ?? '', { givingEnded: '2026-01-01T00:00:00.000Z' });
  await updatePromotion(db, second?.promotion.id ?? '', { end: '2026-01-01T00:00:00.000Z' });
  await table.stopGivingOut(await all());
  expect(table.state.notice?.text).toBe(
    'Stopped giving out codes of 1 promotion. Codes already given out keep working. Not changed, already stopped or ended: Garlic, Olive.',
  );
  const stopped = async () => (await all()).map((each) => each.promotion.givingEnded !== null);
  expect(await stopped()).toEqual([true, false, true]);
  await table.stopGivingOut(await all());
  expect(table.state.notice?.tone).toBe('warning');
  expect(await stopped()).toEqual([true, false, true]);
});

it('names those that could not be changed, and changes the rest', async () => {
  const { db, all, table } = await three();
  const items = await all();
  await db.delete('promotions', items[1]?.promotion.id ?? '');
  await table.archive(items);
  expect(table.state.notice).toMatchObject({ tone: 'warning' });
  expect(table.state.notice?.text).toContain('2 promotions archived');
  expect(table.state.notice?.text).toContain('Not changed, no longer here or can’t be read: Olive.');
});

it('exports the history of several as one file', async () => {
  const { all, table } = await three();
  await table.exportHistories(await all());
  const [file] = done.downloads;
  expect(file?.name).toMatch(/^Claimcheck_history_\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await file?.text)?.trimEnd().split('\r\n') ?? [];
  expect(lines).toHaveLength(10);
  expect(lines.filter((line) => line.includes(',Garlic,'))).toHaveLength(3);
  expect(lines.filter((line) => line.includes(',issued,'))).toHaveLength(1);
  expect(table.state.notice?.text).toContain('9 codes');
  await table.exportHistories((await all()).slice(0, 1));
  expect(done.downloads[1]?.name).toMatch(/^Garlic_US_history/);
});

it('remembers how it was looked at, but not what was searched', async () => {
  const { pool, table } = await three();
  table.look({ filter: 'ended', sort: 'left', down: true });
  table.search('garlic');
  const next = new PromotionTable(pool);
  await next.start();
  expect(next.state.view).toMatchObject({ filter: 'ended', sort: 'left', down: true });
  expect(next.state.search).toBe('');
  next.clear();
  expect(next.state.view).toMatchObject({ filter: 'all', sort: 'left', down: true });
});
