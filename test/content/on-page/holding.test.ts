import { describe, expect, it } from 'vitest';
import { Holding } from '../../../src/content/on-page/holding';
import type { CheckId, CheckResult, CheckState } from '../../../src/domain/checks';

function line(id: CheckId, state: CheckState, more: Partial<CheckResult> = {}): CheckResult {
  return {
    id,
    state,
    severity: 'blocker',
    confirmed: null,
    accepted: '',
    after: null,
    ...more,
  } as CheckResult;
}

const see = (holding: Holding, ...results: CheckResult[]) =>
  holding.see({ results, notApplicable: [], fixed: [] });
const ids = (results: readonly CheckResult[]) => results.map(({ id }) => id);

describe('a press is held', () => {
  it('by a blocker that failed, until it is read as right', () => {
    const holding = new Holding();
    see(holding, line('percent-off', 'fail'));
    for (const state of ['unreadable', 'confirm', 'fail', 'unreadable'] as const) {
      see(holding, line('percent-off', state));
      expect(ids(holding.failed)).toEqual(['percent-off']);
      expect(holding.unread).toEqual([]);
    }
    // A look in which the line is missing altogether settles nothing.
    see(holding);
    expect(ids(holding.failed)).toEqual(['percent-off']);
    see(holding, line('percent-off', 'pass'));
    expect(holding.failed).toEqual([]);
  });

  it('no more by one that the seller confirmed, or took on with a reason', () => {
    for (const more of [{ confirmed: '2026-11-20T12:00:00.000Z' }, { accepted: 'Influencer deal' }]) {
      const holding = new Holding();
      see(holding, line('claim-code-single-use', 'fail'));
      see(holding, line('claim-code-single-use', 'confirm', more));
      expect(holding.failed).toEqual([]);
    }
  });

  it('once by what could not be read, and by what becomes unreadable later', () => {
    const holding = new Holding();
    see(holding, line('percent-off', 'unreadable'), line('combinability', 'pass'));
    expect(ids(holding.unread)).toEqual(['percent-off']);
    holding.askedAbout(holding.unread);
    see(holding, line('percent-off', 'unreadable'), line('combinability', 'unreadable'));
    expect(ids(holding.unread)).toEqual(['combinability']);
    expect(holding.failed).toEqual([]);
  });

  it('by no warning, no open confirmation, and nothing that another check settles', () => {
    const holding = new Holding();
    see(
      holding,
      line('tiers', 'fail', { severity: 'warning' }),
      line('max-order-quantity', 'confirm'),
      line('one-per-customer', 'unreadable', { after: 'claim-code-single-use' }),
    );
    expect([...holding.failed, ...holding.unread]).toEqual([]);
  });
});
