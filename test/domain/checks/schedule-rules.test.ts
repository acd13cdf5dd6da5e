import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/domain/checks';
import { context, good, read } from './readings';

const line = (id: string, readings: Partial<typeof good>) =>
  judge({ ...good, ...readings }, context).results.find((result) => result.id === id);

describe('a date that may be either of two', () => {
  const start = read({
    date: null,
    either: ['2026-12-01', '2026-01-12'],
    time: '00:00',
    text: '12/01/2026',
  } as const);
  const end = read({
    date: null,
    either: ['2026-12-10', '2026-10-12'],
    time: '23:59',
    text: '12/10/2026',
  } as const);

  it('shows both, for the seller to look', () => {
    const have = line('start-date', { start, end })?.have ?? '';
    expect(line('start-date', { start, end })).toMatchObject({ state: 'confirm', confirmed: null });
    for (const day of ['Dec 1', 'Jan 12']) expect(have).toContain(day);
    expect(line('end-date', { start, end })?.state).toBe('confirm');
  });

  it('shows both days also where the store is not known', () => {
    const { results } = judge({ ...good, start, end }, { ...context, marketplace: null });
    expect(results.find(({ id }) => id === 'end-date')).toMatchObject({
      state: 'confirm',
      have: '2026-12-10, or 2026-10-12',
    });
  });

  it('makes no other date pass', () => {
    expect(line('end-date', { start })?.state).not.toBe('pass');
  });
});

describe('a date that was not understood', () => {
  it.each(['2026-02-31', '11/30/2026 99:99', '٣٠/١٣/٢٠٢٦'])('%s is unread, and shown', (text) => {
    const seen = line('start-date', { start: read({ date: null, time: null, text }) });
    expect(seen).toMatchObject({ state: 'unreadable', reason: 'ambiguous' });
    expect(seen?.have).toContain(text);
  });
});
