import { describe, expect, it } from 'vitest';
import { stateOfEarlier } from '../../../src/domain/codes/earlier-codes';
import { type Counts, noCounts, type Promotion } from '../../../src/domain/promotion';
import { buttonWords } from '../../../src/ui/give/GiveNext';
import { validityWords } from '../../../src/ui/promotion/Validity';
import { overAll, overWords, shortOver } from '../../../src/words/over-words';
import { inWords } from '../../../src/words/problem-words';
import { aPromotion } from '../../a-promotion';

const now = Date.parse('2026-06-15T12:00:00.000Z');
const promotion = (more: Partial<Promotion> = {}) =>
  aPromotion({
    percentOff: 20,
    end: '2026-07-01T06:59:00.000Z',
    givingEnded: '2026-06-10T00:00:00.000Z',
    ...more,
  });
const counts = (more: Partial<Counts>): Counts => ({ ...noCounts, ...more });
const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, ' ') ?? null;

describe('a giveaway that is stopped', () => {
  const out = counts({ total: 60, issued: 12, available: 40 });

  it('says what still works until when, on the store’s clock and on the seller’s', () => {
    const us = plain(overWords(promotion(), out, now));
    expect(us).toMatch(
      /^You stopped on Jun \d+, but up to 12 codes you gave out work until Jun 30, 11:59 PM PDT/,
    );
    expect(us).toContain(' The 40 codes left in your list would still work.');
    // Nobody sits in both places.
    const jp = plain(overWords(promotion({ marketplace: 'JP' }), out, now));
    expect(`${us} ${jp}`).toMatch(/\((Jun 30|Jul 1), .* your time\)/);
    expect(overWords(promotion({ marketplace: null }), out, now)).toContain('(your time)');
    expect(overWords(promotion({ end: null }), out, now)).toContain('end date not known');
  });

  it('takes off what is known as used, and calls none given out that was only canceled or on hold', () => {
    const some = counts({ issued: 12, redeemed: 11, redeemedKnown: true, void: 0, held: 3, available: 2 });
    expect(overWords(promotion(), some, now)).toMatch(
      /^You stopped on Jun \d+, but 1 code you gave out works until .*\. The 2 left in your list and the 3 on hold would still work\.$/,
    );
    expect(overWords(promotion(), counts({ void: 2 }), now)).toMatch(
      /but up to 2 codes you gave out or canceled work/,
    );
    expect(overWords(promotion(), counts({ held: 3 }), now)).toMatch(
      /^You stopped on Jun \d+\. Nobody has a code that still works\. The 3 codes on hold would still work\.$/,
    );
  });

  it('says what alone would stop them, where anything works', () => {
    expect(overAll(promotion(), counts({ total: 60, issued: 12 }), now)).toMatch(
      /12 codes .* Only ending the promotion on Amazon stops them\.$/,
    );
    const used = counts({ total: 12, issued: 12, redeemed: 12, redeemedKnown: true });
    expect(overAll(promotion(), used, now)).not.toContain('stops them');
  });

  it('says when Amazon is still starting or ending it', () => {
    const text = (more: Partial<Promotion>) =>
      plain(validityWords(promotion({ givingEnded: null, ...more }), now).text);
    expect(text({ createdAt: '2026-06-15T10:00:00.000Z', start: '2026-06-15T11:00:00.000Z' })).toBe(
      'Starting on Amazon: codes work by Jun 15, 7:00 AM PDT at the latest',
    );
    const onAmazon = { at: '2026-06-15T10:00:00.000Z', status: 'ended', start: null, end: null } as const;
    expect(text({ givingEnded: onAmazon.at, onAmazon })).toBe(
      'Ended on Amazon: codes may still work until Jun 15, 7:00 AM PDT',
    );
    expect(
      text({ givingEnded: onAmazon.at, onAmazon: { ...onAmazon, at: '2026-06-15T07:00:00.000Z' } }),
    ).toBe('Ended on Amazon');
  });

  it('says it in short as well, and nothing of codes that no longer work', () => {
    expect(shortOver(out)).toBe('Giveaway stopped, up to 12 codes still work');
    expect(shortOver(counts({ issued: 1 }))).toContain('up to 1 code still works');
    expect(overWords(promotion(), out, Date.parse('2026-07-02T00:00:00Z'))).toContain(
      'none of its codes work',
    );
  });
});

describe('the big button', () => {
  const words = (more: Partial<Promotion>, left = 5) => {
    const { words, warning } = buttonWords(promotion({ givingEnded: null, ...more }), left, now);
    return [words, plain(warning)];
  };

  it('says for which store, and nothing more where nothing speaks against it', () => {
    expect(words({})).toEqual(['Give out next US code', null]);
    expect(words({ marketplace: null })).toEqual(['Give out next code', null]);
    expect(words({}, 0)).toEqual(['No codes left', null]);
  });

  it('warns of codes that don’t work yet, no longer, or are not to go out any more', () => {
    expect(words({ start: '2026-06-15T15:10:00.000Z' })).toEqual([
      'Give out anyway',
      'Starts working in 3 hr 10 min',
    ]);
    expect(words({ end: '2026-06-15T11:59:00.000Z' })).toEqual([
      'Give out anyway',
      'Ended: this code won’t work',
    ]);
    expect(words({ end: '2026-06-16T11:30:00.000Z' })).toEqual([
      'Give out anyway',
      'Works for only 23 hr 30 min more',
    ]);
    expect(words({ end: '2026-06-16T12:00:00.000Z' })[1]).toBeNull();
  });
});

describe('somebody named again', () => {
  const words = (has: Partial<Parameters<typeof stateOfEarlier>[0]>, more: Partial<Promotion> = {}) =>
    plain(inWords(stateOfEarlier({ count: 1, used: 0, canceled: 0, ...has }, promotion(more), now)));

  it('is told of with the state and the end of the earlier codes', () => {
    expect(words({})).toBe('Not marked as used. Works until Jun 30, 11:59 PM PDT.');
    expect(words({ used: 1 })).toMatch(/^Used in an order\. /);
    expect(words({ canceled: 1 })).toMatch(/^Canceled\. /);
    expect(words({ count: 9, used: 2, canceled: 1 })).toMatch(
      /^Of these, 2 used in orders and 1 canceled\. /,
    );
    expect(words({}, { end: null })).toMatch(/ End date not known\.$/);
    expect(words({}, { end: '2026-06-15T11:59:00.000Z' })).toMatch(/ Ended Jun 15, 4:59 AM PDT\.$/);
    expect(words({}, { start: '2026-06-16T16:00:00.000Z' })).toMatch(/ Works from Jun 16, 9:00 AM PDT\.$/);
  });
});
