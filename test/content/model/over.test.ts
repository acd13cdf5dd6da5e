import { expect, it, vi } from 'vitest';
import { overWords } from '../../../src/content/model/over';
import type { PageReading } from '../../../src/page/read-page';

vi.mock('../../../src/platform/native', () => ({ browser: {} }));

const now = Date.parse('2026-12-01T12:00:00Z');
const said = (kind: PageReading['page'], shown: object | null, here = false) =>
  overWords({ page: kind, shown } as PageReading, here, now);
const status = (is: string, word: string, sure = true) => ({ status: { is, word, sure }, end: null });

it('says that a promotion is over by what its pages show, and nothing where they don’t', () => {
  expect(said('view', status('ended', 'Expired'))).toMatch(/as “Expired”\. Don’t give out any more/);
  expect(said('view', status('canceled', 'Abgebrochen', false))).toMatch(
    /“Abgebrochen”, a word .* isn’t sure of/,
  );
  expect(said('view', status('active', 'Active'))).toBe('');
  expect(said('view', { status: null, end: '2026-12-01T11:59:00Z' })).toMatch(/^The end date on this page/);
  expect(said('view', { status: null, end: '2026-12-01T12:01:00Z' })).toBe('');
  expect(said('claim-codes', { status: null, end: null }, true)).toMatch(/Don’t give out/);
  expect(said('claim-codes', { status: null, end: null })).toBe('');
  expect(said('manage', null)).toBe('');
});
