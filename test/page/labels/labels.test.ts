import { describe, expect, it } from 'vitest';
import { languages, merge, offerLanguages, vocabulary } from '../../../src/page/labels';
import { concepts } from '../../../src/page/labels/concepts';
import { tellLanguage } from '../../../src/page/labels/language';
import { en } from '../../../src/page/labels/languages/en';
import { others } from '../../../src/page/labels/languages/others';
import { plain } from '../../../src/page/values/text';

it('reads English alone until more languages are offered', () => {
  expect(languages()).toEqual(['en']);
  expect(tellLanguage('de-DE', ['startdatum', 'gutscheincode']).known).toBe(false);
  offerLanguages(others);
  expect(languages()).toHaveLength(14);
});

describe.each(['en', ...(Object.keys(others) as (keyof typeof others)[])] as const)(
  'the words in %s',
  (language) => {
    it('name every thing, and no choice twice', () => {
      const words = vocabulary(language);
      for (const concept of concepts) expect([concept, words[concept].size > 0]).toEqual([concept, true]);
      const kinds = ['singleUse', 'group', 'none'] as const;
      const all = kinds.flatMap((kind) => [...words[kind].keys()]);
      expect(new Set(all).size).toBe(all.length);
    });

    it('stay confirmed where a likely rewording comes to the same', () => {
      const source = language === 'en' ? en : others[language];
      const lines = source
        .trim()
        .replace(/\n\n(?!\n)/g, '\n')
        .split('\n');
      const words = vocabulary(language);
      for (const [at, concept] of concepts.entries())
        for (const word of (lines[at] ?? '').split('|').filter((each) => each.startsWith('!')))
          expect([word, words[concept].get(plain(word.slice(1)))]).toEqual([word, true]);
    });
  },
);

describe('telling a page’s language', () => {
  it('believes lang, and keeps English beside it', () => {
    const { known, words } = tellLanguage('ja-JP', []);
    expect(known).toBe(true);
    expect(words.claimCode.has('claim code')).toBe(true);
    expect(words.claimCode.get('プロモーションコード')).toBe(true);
  });

  it('goes by the words where lang says nothing, or something else', () => {
    const german = ['startdatum', 'interne beschreibung', 'gutscheincode', 'käufer erhält', 'gruppenname'];
    expect(tellLanguage('', german).words.claimCode.has('gutscheincode')).toBe(true);
    expect(tellLanguage('en-US', german).words.claimCode.has('gutscheincode')).toBe(true);
    expect(tellLanguage('ko', ['시작일', '종료일']).known).toBe(false);
  });

  it('calls nothing confirmed that no source confirms', () => {
    expect(merge(['en', 'de']).claimCode.get('gutscheincode')).toBe(false);
  });
});
