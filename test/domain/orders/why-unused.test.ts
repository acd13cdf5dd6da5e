import { describe, expect, it } from 'vitest';
import { whyUnused } from '../../../src/domain/orders/why-unused';

const day = 86_400;
const now = 20_000 * day;
const iso = (seconds: number) => new Date(seconds * 1000).toISOString();
const promotion = (about: { start?: number; end?: number } = {}) => ({
  start: about.start === undefined ? null : iso(about.start),
  end: about.end === undefined ? null : iso(about.end),
});

describe('why codes were not used', () => {
  it('is that the promotion has not started, and then nothing else', () => {
    const start = now + day;
    expect(whyUnused(promotion({ start }), [{ at: now - day, count: 3 }], now)).toEqual([
      { kind: 'not-started', start },
    ]);
  });

  it('is when they were given out', () => {
    const wentOut = [
      { at: now - 50 * day, count: 2 },
      { at: now - 20 * day, count: 4 },
      { at: now - 2 * day, count: 8 },
    ];
    expect(whyUnused(promotion({ start: now - 45 * day, end: now + day / 2 }), wentOut, now)).toEqual([
      { kind: 'sent-early', count: 2 },
      { kind: 'sent-late', count: 8 },
      { kind: 'just-sent', count: 8 },
      { kind: 'sent-long-ago', count: 2 },
    ]);
  });

  it('is that they work no more, by their end or because Amazon showed it', () => {
    const sent = [{ at: now - 40 * day, count: 5 }];
    expect(whyUnused(promotion({ end: now - day }), sent, now)).toEqual([{ kind: 'over' }]);
    const onAmazon = { at: iso(now), status: 'canceled' as const, start: null, end: null };
    expect(whyUnused({ ...promotion({ end: now + 90 * day }), onAmazon }, sent, now)).toEqual([
      { kind: 'over' },
    ]);
  });

  it('is nothing where the dates are not known and nothing is new or old', () => {
    expect(whyUnused(promotion(), [{ at: now - 10 * day, count: 5 }], now)).toEqual([]);
  });
});
