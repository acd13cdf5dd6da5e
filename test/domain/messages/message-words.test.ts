import { describe, expect, it } from 'vitest';
import { marketplaceCodes } from '../../../src/domain/marketplaces';
import { fillMessage, mentionsReviews } from '../../../src/domain/message';
import { messageWords } from '../../../src/domain/messages';
import { localeIn, messageLanguages, storeLanguage } from '../../../src/domain/messages/languages';
import { failKinds, placeholders } from '../../../src/domain/messages/message-words';

describe.each(messageLanguages)('a message in %s', (language) => {
  const { template, neutral } = messageWords[language];

  it('has every place once, and asks for no review', () => {
    const places = [...template.matchAll(/\{([^}]*)\}/g)].map(([, place]) => place);
    expect(places.sort()).toEqual([...placeholders].sort());
    expect(mentionsReviews(template)).toBe(false);
  });

  it('still hands the code over where nothing else is known', () => {
    const nothing = { product: null, link: null, discount: null, 'works from': null, 'works until': null };
    const { text } = fillMessage(template, { code: 'THE-CODE', ...nothing }, neutral);
    expect(text).toMatch(/\p{L}.*\s(THE-CODE)$/su);
    expect(text).not.toMatch(/[{}]/);
    for (const words of Object.values(neutral)) expect(words.trim()).not.toBe('');
  });

  it('says each thing in a line of its own, so that it can be left out', () => {
    for (const line of template.split('\n')) {
      if (!line.includes('{code}')) expect(line.match(/\{/g)?.length ?? 0).toBeLessThanOrEqual(1);
    }
  });
});

it('writes each store’s language as the store’s country does', () => {
  const locales = marketplaceCodes.map((store) => localeIn(storeLanguage(store), store));
  expect(Intl.DateTimeFormat.supportedLocalesOf(locales)).toEqual(locales);
  expect(locales).toContain('en-GB');
  expect(localeIn('fr', 'CA')).toBe('fr-CA');
  expect(localeIn('en', null)).toBe('en');
  expect(localeIn('en', 'DE')).toBe('en');
});

describe.each(messageLanguages)('a reply on a code that fails, in %s', (language) => {
  const { fails, neutral } = messageWords[language];
  const nothing = { product: null, link: null, discount: null, 'works from': null, 'works until': null };

  it('names the code once, has only places there are, and asks for no review', () => {
    expect(fails.hello.match(/\{code\}/g)).toHaveLength(1);
    for (const kind of failKinds) {
      const places = [...fails[kind].matchAll(/\{([^}]*)\}/g)].map(([, place]) => place);
      expect(
        places.filter((place) => place === 'code' || !placeholders.some((each) => each === place)),
      ).toEqual([]);
      expect(mentionsReviews(`${fails.hello}\n${fails[kind]}`), kind).toBe(false);
    }
    expect(fails.ended).toContain('{works until}');
    expect(fails.early).toContain('{works from}');
    for (const place of ['product', 'link', 'works until']) expect(fails.check).toContain(`{${place}}`);
  });

  it('still says why where nothing else is known', () => {
    for (const kind of failKinds) {
      const { text } = fillMessage(
        `${fails.hello}\n${fails[kind]}`,
        { code: 'THE-CODE', ...nothing },
        neutral,
      );
      expect(text).not.toMatch(/[{}]/);
      expect(text.split('\n').length, kind).toBeGreaterThan(1);
    }
  });
});
