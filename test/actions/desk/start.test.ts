// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Desk } from '../../../src/actions/desk/desk';
import { localPool } from '../../../src/actions/local-pool';
import { type Db, holdNext, issueNext, listPromotions } from '../../../src/ledger';
import { eventually } from '../../eventually';
import { codes, freshLedger, importCodes, promotion, to } from '../../ledger/helpers';
import { forget } from '../fake-platform';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../fake-platform')).browser,
}));

let db: Db;
let stop = () => {};

beforeEach(async () => {
  forget();
  db = await freshLedger();
});
afterEach(() => stop());

it('opens with the promotion that the address names, and what can be undone there', async () => {
  const one = await importCodes(db, codes(3), { into: promotion({ name: 'Garlic' }) });
  const other = await importCodes(db, codes(3, 'BBBB'), { into: promotion({ name: 'Peeler' }) });
  await issueNext(db, one.promotionId, 1, to('Anna'));
  await issueNext(db, other.promotionId, 1, to('Ben'));
  const desk = new Desk(localPool(db));
  stop = desk.start(one.promotionId);
  desk.stands();
  await eventually(() => expect(desk.state.promotions).toHaveLength(2));
  expect(desk.state.openId).toBe(one.promotionId);
  expect(desk.state.undoable?.to).toBe('Anna');
});

it('shows the promotion that the address names at once, and reads all others when its page stands', async () => {
  const { promotionId } = await importCodes(db, codes(3), { into: promotion({ name: 'Garlic' }) });
  await importCodes(db, codes(3, 'BBBB'), { into: promotion({ name: 'Peeler' }) });
  const desk = new Desk(localPool(db));
  stop = desk.start(promotionId);
  await eventually(() => expect(desk.state.early?.promotion.id).toBe(promotionId));
  // As long as this takes, were it not held up.
  await localPool(db).readPromotions();
  expect(desk.state.promotions).toBeNull();
  desk.stands();
  await eventually(() => expect(desk.state.promotions).toHaveLength(2));
});

it('opens with another where that one is not here', async () => {
  const { promotionId } = await importCodes(db, codes(3));
  await issueNext(db, promotionId, 1, to('Anna'));
  const desk = new Desk(localPool(db));
  stop = desk.start('gone');
  await eventually(() => expect(desk.state.promotions).toHaveLength(1));
  expect(desk.state.openId).toBe(promotionId);
  expect(desk.state.undoable?.to).toBe('Anna');
});

it('stays with what was opened while it was reading', async () => {
  const one = await importCodes(db, codes(3), { into: promotion({ name: 'Garlic' }) });
  const other = await importCodes(db, codes(3, 'BBBB'), { into: promotion({ name: 'Peeler' }) });
  await issueNext(db, one.promotionId, 1, to('Anna'));
  await issueNext(db, other.promotionId, 1, to('Ben'));
  const desk = new Desk(localPool(db));
  const seen = new Set<string>();
  desk.subscribe(() => seen.add(`${desk.state.openId} ${desk.state.undoable?.to}`));
  stop = desk.start(other.promotionId);
  await desk.open(one.promotionId);
  expect(desk.state.undoable?.to).toBe('Anna');
  expect([...seen]).not.toContain(`${one.promotionId} Ben`);
});

it('leaves codes again whose time on hold is over', async () => {
  const { promotionId } = await importCodes(db, codes(3));
  const until = new Date(Date.now() + 50);
  await holdNext(db, promotionId, 2, { to: '', note: '', until, by: '' });
  await new Promise((resolve) => setTimeout(resolve, 60));
  const desk = new Desk(localPool(db));
  stop = desk.start();
  await eventually(() => expect(desk.state.promotions?.[0]?.counts).toMatchObject({ available: 3, held: 0 }));
  expect((await listPromotions(db))[0]?.counts.held).toBe(0);
});
