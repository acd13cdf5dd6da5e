import { expect, it, vi } from 'vitest';
import { findAnswers } from '../../src/actions/find';
import { issueNext, redeem } from '../../src/ledger';
import { codes, freshLedger, importCodes, promotion } from '../ledger/helpers';

vi.mock('../../src/platform/native', async () => ({ browser: (await import('./fake-platform')).browser }));

it('names what happened to a code, and shows in full only what was asked in full', async () => {
  const db = await freshLedger();
  const list = codes(5);
  const ended = promotion({ end: '2020-01-01T00:00:00.000Z' });
  const { promotionId } = await importCodes(db, list, { into: ended });
  await issueNext(db, promotionId, 1, { to: 'Anna', channel: '', note: '', by: '' });
  const [byName] = await findAnswers(db, 'anna');
  expect(byName).toMatchObject({ code: list[0], canMarkUsed: true });
  expect(byName?.shown).not.toBe(list[0]);
  expect(byName?.told).toContain('Anna');
  expect(byName?.works).toContain('until');
  expect(byName?.reasons[0]).toMatchObject({ sure: true, text: expect.stringContaining('ended') });
  expect(byName?.reasons.some((reason) => !reason.sure)).toBe(true);
  const [inMessage] = await findAnswers(db, `Hi! my code ${list[0]?.toLowerCase()} fails`);
  expect(inMessage?.shown).toBe(list[0]);
  await redeem(db, list[0] ?? '', '111-1', '');
  const [used] = await findAnswers(db, list[0] ?? '');
  expect(used?.reasons[0]?.text).toContain('used in order 111-1');
  expect(used).toMatchObject({ canMarkUsed: false, told: expect.stringContaining('order 111-1') });
  const [left] = await findAnswers(db, list[4] ?? '');
  expect(left?.told).toContain('not given out');
  expect(await findAnswers(db, 'nobody')).toEqual([]);
});
