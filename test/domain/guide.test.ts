import { describe, expect, it } from 'vitest';
import type { CheckId, CheckState } from '../../src/domain/checks';
import { type GuideSigns, type GuideStep, guideOf, guideSteps } from '../../src/domain/guide';

type Line = GuideSigns['lines'][number];
const formLines = ['percent-off', 'product-selection', 'applies-to', 'start-date', 'tracking-id'] as const;
const moreLines = [
  'claim-code-single-use',
  'one-per-customer',
  'combinability',
  'detail-page-hidden',
] as const;

function line(id: CheckId, state: CheckState, more: Partial<Line> = {}): Line {
  return { id, state, confirmed: null, reason: null, accepted: '', ...more };
}

/** All lines pass, but those that are told. */
function lines(told: Partial<Record<CheckId, CheckState | Partial<Line>>> = {}): Line[] {
  return [...formLines, ...moreLines].map((id) => {
    const other = told[id];
    return typeof other === 'object' ? line(id, 'pass', other) : line(id, other ?? 'pass');
  });
}

function guide(page: GuideSigns['page'], more: Partial<GuideSigns> = {}) {
  return guideOf({ page, kind: null, lines: [], groups: [], ...more });
}

const isDone = (page: GuideSigns['page'], more: Partial<GuideSigns> = {}) =>
  guideSteps.filter((step) => guide(page, more)?.states[step] === 'done');
const made = { ready: false, captured: false };
const ready = { ready: true, captured: false };
const captured = { ready: true, captured: true };
const parts: GuideStep[] = ['conditions', 'scheduling', 'claim-code', 'messaging'];

describe('the guide', () => {
  it.each([
    ['manage', {}, 'create', []],
    ['central', {}, 'create', []],
    [
      'create',
      { lines: lines({ 'product-selection': 'fail', 'start-date': 'fail' }) },
      'conditions',
      ['create', 'claim-code', 'messaging'],
    ],
    [
      'create',
      { lines: lines({ 'start-date': 'confirm' }) },
      'scheduling',
      ['create', 'conditions', 'claim-code', 'messaging'],
    ],
    [
      'duplicate',
      { lines: lines({ combinability: 'fail' }) },
      'claim-code',
      ['create', 'conditions', 'scheduling', 'messaging'],
    ],
    [
      'create',
      { lines: lines({ 'detail-page-hidden': { state: 'unreadable', reason: 'folded' } }) },
      'messaging',
      ['create', 'conditions', 'scheduling', 'claim-code'],
    ],
    ['create', { lines: lines() }, 'review', ['create', ...parts]],
    ['review', { lines: lines() }, 'submit', ['create', ...parts, 'review']],
    ['review', {}, 'submit', ['create', 'review']],
    ['submitted', {}, 'view', ['create', 'review', 'submit']],
    ['view', {}, 'manage-codes', ['create', 'review', 'submit', 'view']],
    ['view', { lines: lines() }, 'manage-codes', ['create', ...parts, 'review', 'submit', 'view']],
    ['claim-codes', {}, 'group', ['create', 'review', 'submit', 'view', 'manage-codes']],
    [
      'claim-codes',
      { groups: [made] },
      'ready',
      ['create', 'review', 'submit', 'view', 'manage-codes', 'group'],
    ],
    [
      'claim-codes',
      { groups: [made, ready] },
      'capture',
      ['create', 'review', 'submit', 'view', 'manage-codes', 'group'],
    ],
    [
      'claim-codes',
      { groups: [captured, made] },
      'ready',
      ['create', 'review', 'submit', 'view', 'manage-codes', 'group'],
    ],
    [
      'claim-codes',
      { groups: [captured] },
      'order-limit',
      guideSteps.slice(0, 12).filter((step) => !parts.includes(step)),
    ],
    ['offer', { lines: [line('max-order-quantity', 'fail')] }, 'order-limit', []],
    ['offer', { lines: [line('max-order-quantity', 'confirm')] }, 'order-limit', []],
    ['offer', { lines: [line('max-order-quantity', 'pass')] }, 'try', ['order-limit']],
  ] as [GuideSigns['page'], Partial<GuideSigns>, GuideStep, GuideStep[]][])(
    'on %s with %o leads to %s',
    (page, more, next, done) => {
      expect(guide(page, more)?.next).toBe(next);
      expect(isDone(page, more)).toEqual(done);
    },
  );

  it('calls nothing done that was not read: not what the seller said, nor what a page doesn’t show', () => {
    const said = lines({ 'start-date': { state: 'confirm', confirmed: '2026-11-30T00:00:00.000Z' } });
    expect(guide('create', { lines: said })).toMatchObject({
      next: 'review',
      states: { scheduling: 'past' },
    });
    const unread = lines({ 'percent-off': { state: 'unreadable', reason: 'not-found' } });
    expect(guide('create', { lines: unread })?.states.conditions).toBe('past');
    expect(guide('claim-codes', { groups: [ready] })?.states.conditions).toBe('past');
    expect(isDone('submitted')).not.toContain('conditions');
  });

  it('has one next step, nothing done beyond what a page shows, and all behind it is later or read', () => {
    for (const page of ['manage', 'create', 'review', 'submitted', 'view', 'claim-codes', 'offer'] as const) {
      const told = guide(page, { lines: lines({ combinability: 'confirm' }) });
      const states = guideSteps.map((step) => told?.states[step]);
      expect(states.filter((state) => state === 'next')).toHaveLength(1);
      expect(states.slice(states.indexOf('next'))).not.toContain('past');
    }
  });

  it.each([
    ['other', {}],
    ['edit', { lines: lines() }],
    // What is wrong comes first, and a promotion that is to be ended needs no codes.
    ['review', { lines: lines({ combinability: 'fail' }) }],
    ['view', { lines: lines({ combinability: 'fail' }) }],
    ['create', {}],
    ['create', { kind: 'social', lines: lines() }],
    ['create', { kind: 'bogo', lines: lines() }],
    ['create', { lines: lines({ 'claim-code-single-use': { state: 'confirm', accepted: 'influencers' } }) }],
  ] as [GuideSigns['page'], Partial<GuideSigns>][])('is none on %s with %o', (page, more) => {
    expect(guide(page, more)).toBeNull();
  });
});
