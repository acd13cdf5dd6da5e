import { describe, expect, it } from 'vitest';
import { fillMessage, mentionsReviews } from '../../src/domain/message';
import { messageWords } from '../../src/domain/messages';

const { template, neutral } = messageWords.en;
const parts = {
  code: '7GM3-ABCDEF-GHJKLM',
  product: 'Garlic press',
  link: 'https://www.amazon.com/dp/B0EXAMPLE1',
  discount: '20%',
  'works from': 'Nov 1, 12:00 AM PDT',
  'works until': 'Nov 30, 11:59 PM PST',
};
const nothing = { product: null, link: null, discount: null, 'works from': null, 'works until': null };

describe('the message to a shopper', () => {
  it('fills every part in', () => {
    const { text, missing } = fillMessage(template, parts, neutral);
    for (const part of Object.values(parts)) expect(text).toContain(part);
    expect(text).not.toMatch(/[{}]/);
    expect(missing).toEqual([]);
  });

  it('leaves lines with unknown parts out, never the code', () => {
    const { text, missing } = fillMessage(template, { ...parts, ...nothing }, neutral);
    expect(text).toBe('Hi! Here is your code for our product: 7GM3-ABCDEF-GHJKLM');
    expect(missing).toEqual(['product', 'discount', 'link', 'works from', 'works until']);
    expect(fillMessage('Enjoy!', parts, neutral).text).toBe('Enjoy!\n7GM3-ABCDEF-GHJKLM');
  });

  it('leaves out what needs no saying without calling it unknown', () => {
    const { text, missing } = fillMessage(template, { ...parts, 'works from': '' }, neutral);
    expect(text).not.toContain('works from');
    expect(text).toContain('works once, until Nov 30');
    expect(missing).toEqual([]);
  });

  it('takes a name with a dollar sign as it is', () => {
    const { text } = fillMessage('{product} {code}', { ...parts, product: '$& press' }, neutral);
    expect(text).toContain('$& press');
  });

  it.each([
    'Please leave a review!',
    'Bitte schreib eine Produktbewertung.',
    'Laissez-nous votre avis !',
    'Merci pour votre E\u0301VALUATION',
    'Lascia una recensione.',
    'Déjanos una reseña.',
    'Deixe uma avaliação.',
    'Laat een klantenreview achter.',
    'Skriv gärna ett omdöme.',
    'Zostaw nam opinię.',
    'Bize bir yorum yazın.',
    'レビューをお願いします。',
    'من فضلك اكتب تقييمك.',
  ])('is known to speak of reviews: %s', (text) => expect(mentionsReviews(text)).toBe(true));

  it.each(['Preview of our press', 'Bon voyage avisé', 'An dieser Stelle: {code}', 'Ürünü inceleyin.'])(
    'is not thought to: %s',
    (text) => expect(mentionsReviews(text)).toBe(false),
  );
});
