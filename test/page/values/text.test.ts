import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchTerm, plain } from '../../../src/page/values/text';

const word = fc.oneof(
  fc.stringMatching(/^[A-Za-z\d]{1,9}$/),
  fc.constantFrom('new', 'Optional', 'info', "What's this", 'learn more', 'one-time', 'help', 'İ', 'K'),
);

describe('a text as people compare it', () => {
  it('is the same where nothing has to be taken away, and where a mark that is not seen has', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), fc.constantFrom(' ', '-', '  '), (words, between) => {
        const text = words.join(between);
        expect(plain(text)).toBe(plain(`\u200b${text}`));
      }),
    );
  });

  it('is without what a label carries beside its own words', () => {
    expect(plain('Tracking ID optional')).toBe('tracking id');
    expect(plain('End Date (required)')).toBe('end date');
  });
});

describe('a name said in two scripts', () => {
  it('is told at once in the longest text that goes from one to the other and back', () => {
    const terms = new Map([['download', true]]);
    const begun = performance.now();
    for (const text of [`${'あ'.repeat(70)}a!あ`, `${'名 a'.repeat(20)} あ`, `${'あa'.repeat(38)} a あ`])
      expect(matchTerm(text, terms).grade).toBe(0);
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  const terms = new Map([['トラッキングid', true]]);

  it.each(['Tracking ID トラッキングID', 'トラッキングID Tracking ID', 'トラッキングID / Tracking ID'])(
    'is told by the other script, which may hold letters of ours: %s',
    (text) => {
      expect(matchTerm(plain(text), terms).word).toBe('トラッキングid');
    },
  );

  it('is told where nothing stands between the two', () => {
    expect(matchTerm(plain('優先Preferential'), new Map([['優先', true]])).word).toBe('優先');
  });
});
