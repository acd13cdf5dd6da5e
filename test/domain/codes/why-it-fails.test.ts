import { describe, expect, it } from 'vitest';
import { whyItFails } from '../../../src/domain/codes/why-it-fails';
import { inWords } from '../../../src/words/problem-words';
import { aPromotion } from '../../a-promotion';

const now = Date.parse('2026-10-04T12:00:00Z');
const out = { state: 'issued', used: false, orderId: '' } as const;
const live = aPromotion({ start: '2026-10-01T07:00:00.000Z', end: '2026-10-31T06:59:00.000Z' });

function told(sure: boolean, ...given: Parameters<typeof whyItFails>): string[] {
  return whyItFails(...given)
    .filter((reason) => reason.sure === sure)
    .map((reason) => inWords(reason.why));
}

describe('why a code fails', () => {
  it('has nothing proved of a code that should work, and what is likely', () => {
    expect(told(true, out, live, now)).toEqual([]);
    const likely = told(false, out, { ...live, productName: 'Garlic press' }, now);
    expect(likely).toHaveLength(4);
    for (const [n, words] of [
      'only for Garlic press',
      'price changed',
      'unavailable',
      'already used',
    ].entries())
      expect(likely[n]).toContain(words);
  });

  it('knows that the promotion has not started, and when it will', () => {
    const later = aPromotion({ start: '2026-10-04T15:10:00.000Z', end: live.end });
    expect(told(true, out, later, now)).toEqual([
      'The promotion hasn’t started. The code starts working in 3 hr 10 min.',
    ]);
  });

  it('knows that it has ended, or that nobody knows whether it has', () => {
    expect(told(true, out, live, Date.parse('2026-11-01T00:00:00Z'))[0]).toContain('has ended');
    expect(told(false, out, aPromotion({ start: null, end: null }), now).at(-1)).toContain('may have ended');
  });

  it('says that nobody knows whether it has started, unless it is over', () => {
    const says = (end: string | null) => told(false, out, aPromotion({ start: null, end }), now).join();
    expect(says(live.end)).toContain('may not have started');
    expect(says('2026-01-01T00:00:00.000Z')).not.toContain('may not have started');
  });

  it('names the order it was used in, and guesses no use beside', () => {
    const used = { state: 'issued', used: true, orderId: '111-1' } as const;
    expect(told(true, used, live, now)).toEqual([
      'It was already used in order 111-1. A single-use code works only once.',
    ]);
    expect(told(false, used, live, now).join()).not.toContain('already used');
  });

  it('says of a canceled code that Amazon does not know', () => {
    expect(told(true, { ...out, state: 'void' }, live, now)[0]).toContain('Amazon doesn’t know');
  });

  it('says where the product is not named that it depends on the promotion', () => {
    expect(told(false, out, { ...live, productName: '' }, now)[0]).toContain('products of this promotion');
  });
});
