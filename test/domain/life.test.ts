import { describe, expect, it } from 'vitest';
import { lifeOf } from '../../src/domain/life';
import type { Promotion } from '../../src/domain/promotion';
import { aPromotion } from '../a-promotion';

const at = (iso: string) => Date.parse(iso);
const told = (more: Partial<Promotion>) =>
  aPromotion({
    createdAt: '2026-11-01T12:00:00.000Z',
    start: '2026-11-03T08:00:00.000Z',
    end: '2026-12-01T07:59:00.000Z',
    ...more,
  });
const phase = (more: Partial<Promotion>, now: string) => lifeOf(told(more), at(now)).phase;
const shown = (status: 'active' | 'pending' | 'ended' | 'canceled', seen: string) => ({
  at: seen,
  status,
  start: null,
  end: null,
});

describe('a promotion’s life', () => {
  it('goes from made to live to ending to ended', () => {
    expect(phase({}, '2026-11-03T07:59:59.000Z')).toBe('made');
    expect(phase({}, '2026-11-03T08:00:00.000Z')).toBe('live');
    expect(phase({}, '2026-11-28T07:58:59.000Z')).toBe('live');
    expect(phase({}, '2026-11-28T07:59:01.000Z')).toBe('ending');
    expect(phase({}, '2026-12-01T07:59:00.000Z')).toBe('ending');
    expect(phase({}, '2026-12-01T07:59:00.001Z')).toBe('ended');
    expect(phase({ end: null }, '2026-11-02T00:00:00.000Z')).toBe('made');
    // Not live for all that anybody knows, until Amazon says so.
    expect(phase({ end: null }, '2027-12-01T00:00:00.000Z')).toBe('unknown');
    const onAmazon = shown('active', '2026-11-03T09:00:00.000Z');
    expect(phase({ end: null, onAmazon }, '2027-12-01T00:00:00.000Z')).toBe('live');
    expect(phase({ start: null }, '2026-11-01T12:00:00.000Z')).toBe('live');
  });

  it('is pending for Amazon’s four hours where it was made shortly before its start, and never once seen active', () => {
    const late = { createdAt: '2026-11-03T07:00:00.000Z' };
    expect(phase(late, '2026-11-03T10:59:00.000Z')).toBe('pending');
    expect(lifeOf(told(late), 0).worksFrom).toBe(at('2026-11-03T11:00:00.000Z'));
    expect(phase(late, '2026-11-03T11:00:00.000Z')).toBe('live');
    const active = { ...late, onAmazon: shown('active', '2026-11-03T09:00:00.000Z') };
    expect(phase(active, '2026-11-03T10:00:00.000Z')).toBe('live');
    const pending = { onAmazon: shown('pending', '2026-11-03T09:00:00.000Z') };
    expect(phase(pending, '2026-11-03T12:59:00.000Z')).toBe('pending');
    expect(phase(pending, '2026-11-03T13:00:00.000Z')).toBe('live');
    // Imported long after it started: nothing is pending.
    expect(phase({ createdAt: '2026-11-10T07:00:00.000Z' }, '2026-11-10T07:30:00.000Z')).toBe('live');
  });

  it('keeps the seller’s own stop apart from Amazon’s end', () => {
    const stopped = { givingEnded: '2026-11-20T12:00:00.000Z' };
    const life = lifeOf(told(stopped), at('2026-11-21T00:00:00.000Z'));
    expect(life).toMatchObject({ phase: 'live', stopped: at('2026-11-20T12:00:00.000Z') });
    expect(life.points.map(({ kind }) => kind)).toEqual(['made', 'start', 'stopped', 'end']);
    const over = {
      ...stopped,
      onAmazon: { ...shown('ended', '2026-11-22T12:00:00.000Z'), stopped: true as const },
    };
    expect(phase(over, '2026-11-22T16:00:00.000Z')).toBe('end-requested');
    expect(phase(over, '2026-11-22T16:00:00.001Z')).toBe('ended');
    expect(lifeOf(told(over), 0)).toMatchObject({
      stopped: null,
      worksUntil: at('2026-11-22T16:00:00.000Z'),
    });
    // Stopped by the seller first, ended on Amazon later: both are told.
    const both = { ...stopped, onAmazon: shown('canceled', '2026-11-22T12:00:00.000Z') };
    expect(lifeOf(told(both), 0).points.map(({ kind }) => kind)).toEqual([
      'made',
      'start',
      'stopped',
      'seen-over',
      'end',
    ]);
    // Seen as over after its own end: the end says it.
    const after = { ...stopped, onAmazon: shown('ended', '2026-12-02T00:00:00.000Z') };
    expect(lifeOf(told(after), 0)).toMatchObject({ worksUntil: at('2026-12-01T07:59:00.000Z') });
    expect(lifeOf(told(after), 0).points.map(({ kind }) => kind)).not.toContain('seen-over');
  });

  it('takes a damaged date as not known', () => {
    expect(lifeOf(told({ start: 'soon', end: 'x', createdAt: '' }), at('2026-11-21T00:00:00.000Z'))).toEqual({
      ...{ phase: 'unknown', worksFrom: null, worksUntil: null, stopped: null, points: [] },
    });
  });
});
