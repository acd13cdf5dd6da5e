// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Desk } from '../../../src/actions/desk/desk';
import { localPool } from '../../../src/actions/local-pool';
import { issueNext } from '../../../src/ledger';
import { PromotionPage } from '../../../src/workspace/promotion/PromotionPage';
import { eventually } from '../../eventually';
import { codes, freshLedger, importCodes, to } from '../../ledger/helpers';

vi.mock('../../../src/platform/native', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));
vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../../actions/fake-platform')).browser,
}));

afterEach(() => render(null, document.body));

it('everything given out can be paged through to the very first, and taken back', async () => {
  const db = await freshLedger();
  const { promotionId } = await importCodes(db, codes(230));
  for (let i = 1; i <= 220; i++) await issueNext(db, promotionId, 1, to(`Person ${i}`));
  const desk = new Desk(localPool(db));
  const stop = desk.start();
  const route = { page: 'promotion', id: promotionId, exports: null, list: false, tab: 'given-out' } as const;
  await eventually(() => expect(desk.state.promotions).not.toBeNull());
  render(<PromotionPage pool={localPool(db)} desk={desk} route={route} />, document.body);
  const rows = () => document.querySelectorAll('[aria-labelledby="acts-title"] li');
  const more = () => document.querySelector<HTMLElement>('[data-testid="more-acts"]');
  for (const shown of [100, 200]) {
    await eventually(() => expect(rows()).toHaveLength(shown));
    more()?.click();
    // What was read stays while more is read.
    await new Promise((resolve) => setTimeout(resolve));
    expect(rows().length).toBeGreaterThanOrEqual(shown);
  }
  await eventually(() => expect(rows()).toHaveLength(220));
  expect(more()).toBeNull();
  expect(document.querySelector('[data-testid="earlier-acts"]')?.textContent).toBe('212 earlier');
  const first = [...rows()].find((row) => row.querySelector('b')?.textContent === 'Person 1');
  first?.querySelector<HTMLElement>('[data-testid="take-back-act"]')?.click();
  await eventually(() => expect(first?.querySelector('[data-testid="take-back"]')).not.toBeNull());
  first?.querySelector<HTMLElement>('[data-testid="undo-unseen"]')?.click();
  await eventually(() => expect(desk.state.notice?.text).toContain('Person 1'));
  stop();
});
