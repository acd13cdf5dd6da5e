import { describe, expect, it } from 'vitest';
import { defaultTemplate, fillMessage, mentionsReviews } from '../../src/domain/message';

const parts = {
  code: '7GM3-ABCDEF-GHJKLM',
  product: 'Garlic press',
  link: 'https://www.amazon.com/dp/B0EXAMPLE1',
  discount: '20%',
  'works until': 'Nov 30, 11:59 PM PST',
};

describe('the message to a buyer', () => {
  it('fills every part in', () => {
    const { text, missing } = fillMessage(defaultTemplate, parts);
    for (const part of Object.values(parts)) expect(text).toContain(part);
    expect(text).not.toMatch(/[{}]/);
    expect(missing).toEqual([]);
  });

  it('leaves lines with unknown parts out, never the code', () => {
    const nothing = { ...parts, product: null, link: null, discount: null, 'works until': null };
    const { text, missing } = fillMessage(defaultTemplate, nothing);
    expect(text).toBe('Hi! Here is your code for our product: 7GM3-ABCDEF-GHJKLM');
    expect(missing).toEqual(['product', 'discount', 'link', 'works until']);
    expect(fillMessage('Enjoy!', parts).text).toBe('Enjoy!\n7GM3-ABCDEF-GHJKLM');
  });

  it('takes a name with a dollar sign as it is', () => {
    expect(fillMessage('{product} {code}', { ...parts, product: '$& press' }).text).toContain('$& press');
  });

  it('says nothing of reviews by itself, and notices where the seller does', () => {
    expect(mentionsReviews(defaultTemplate)).toBe(false);
    expect(mentionsReviews('Please leave a review!')).toBe(true);
    expect(mentionsReviews('Preview of our press')).toBe(false);
  });
});
