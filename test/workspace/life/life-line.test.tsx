// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import type { Promotion } from '../../../src/domain/promotion';
import { drawnLife } from '../../../src/workspace/life/drawn-life';
import { LifeLine } from '../../../src/workspace/life/LifeLine';
import { aPromotion } from '../../a-promotion';

afterEach(() => render(null, document.body));

const now = Date.parse('2026-11-21T20:00:00.000Z');
const told = (more: Partial<Promotion> = {}) =>
  aPromotion({
    createdAt: '2026-11-01T20:00:00.000Z',
    start: '2026-11-11T20:00:00.000Z',
    end: '2026-12-01T20:00:00.000Z',
    givingEnded: '2026-11-16T20:00:00.000Z',
    ...more,
  });

it('draws what went out unlike what only works on, with today where it is', () => {
  const { runs, stops } = drawnLife(told(), now);
  expect(runs).toEqual([
    { kind: 'early', from: 0, to: 1 / 3 },
    { kind: 'given', from: 1 / 3, to: 0.5 },
    { kind: 'works', from: 0.5, to: 1 },
  ]);
  expect(stops.find(({ kind }) => kind === 'today')?.place).toBeCloseTo(2 / 3);
  expect(drawnLife(told({ givingEnded: null }), now).runs.map(({ kind }) => kind)).toEqual([
    'early',
    'given',
  ]);
});

it('has what was stopped a moment ago before today, though the page’s clock is behind', () => {
  const stopped = new Date(now + 20_000).toISOString();
  const kinds = drawnLife(told({ givingEnded: stopped }), now).stops.map(({ kind }) => kind);
  expect(kinds).toEqual(['made', 'start', 'stopped', 'today', 'end']);
});

it('ends its line where Amazon ended it, and says so where nobody knows its end', () => {
  const onAmazon = {
    at: '2026-11-18T20:00:00.000Z',
    status: 'canceled',
    ...{ start: null, end: null },
    stopped: true,
  } as const;
  const over = drawnLife(told({ onAmazon }), now);
  expect(over.runs.at(-1)?.to).toBeLessThan(over.stops.find(({ kind }) => kind === 'today')?.place ?? 0);
  expect(drawnLife(told({ end: null }), now).endKnown).toBe(false);
});

it('has a list behind it, in the store’s time', () => {
  render(<LifeLine promotion={told()} now={now} />, document.body);
  const words = [...document.querySelectorAll('.life-stops li')].map((each) =>
    each.textContent?.replace(/[\u00a0\u202f]/g, ' '),
  );
  expect(words).toEqual([
    'Added to Claimcheck Nov 1, 12:00 PM PST',
    'Start on Amazon Nov 11, 12:00 PM PST',
    'You stopped giving out Nov 16, 12:00 PM PST',
    'Now Nov 21, 12:00 PM PST',
    'End on Amazon Dec 1, 12:00 PM PST',
  ]);
  expect(document.querySelector('[data-testid="life"]')?.getAttribute('data-phase')).toBe('live');
  expect(document.querySelector('.life-track')?.getAttribute('aria-hidden')).toBe('true');
});

it('draws no line where nobody knows the end, and calls nothing live', () => {
  render(<LifeLine promotion={told({ end: null, givingEnded: null })} now={now} />, document.body);
  expect(document.querySelector('.life-track')).toBeNull();
  expect(document.querySelector('.life-phase')).toBeNull();
  expect(document.querySelector('[data-stop="unknown"]')?.textContent).toBe('End date not known');
});
