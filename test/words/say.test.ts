import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import sentences from '../../public/_locales/en/messages.json';
import { checkIds, inKey } from '../../src/domain/checks';
import { guideSteps } from '../../src/domain/guide';

const src = new URL('../../src/', import.meta.url).pathname;
const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n');
/** The manifest, and what a team's build changes of it. */
const manifest = ['manifest.json', 'vite.config.ts']
  .map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
  .join('\n');

interface Entry {
  readonly message: string;
  readonly description: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string; readonly example: string }>>;
}

/** What the code calls things, or what we said before, where the seller reads other words. */
const oldWords =
  /\b(issued|issuance|void(ed)?|exposure|lots?|cancelled|kept back|ticked|hand-over|give-away|mend)\b/i;

/** Those whose names are put together where they are said. */
const composed = new Set([
  ...checkIds.flatMap((id) => [`label_${inKey(id)}`, `why_${inKey(id)}`]),
  ...['not_found', 'ambiguous', 'folded', 'language'].map((reason) => `unread_${reason}`),
  ...['pass', 'fail', 'confirm', 'unreadable'].map((state) => `state_${state}`),
  ...guideSteps.map((step) => `guide_${inKey(step)}`),
]);

describe.each(Object.entries<Entry>(sentences))(
  'the sentence %s',
  (key, { message, description, placeholders = {} }) => {
    it('is said somewhere, and described for who translates it', () => {
      const base = key.replace(/_(zero|one|two|few|many|other)$/, '');
      const used =
        composed.has(key) ||
        code.includes(`'${key}'`) ||
        code.includes(`'${base}'`) ||
        manifest.includes(`__MSG_${key}__`);
      expect(used).toBe(true);
      expect(description.trim()).not.toBe('');
      expect(message.trim()).not.toBe('');
    });

    it('speaks the seller’s language', () => {
      expect(message.replace(/\$\w+\$/g, '')).not.toMatch(oldWords);
    });

    it('names its places, each with an example, or numbers them from 1 to at most 4', () => {
      const named = new Set(
        [...message.matchAll(/\$([A-Z]\w*)\$/g)].map(([, name = '']) => name.toLowerCase()),
      );
      expect([...named].sort()).toEqual(Object.keys(placeholders).sort());
      for (const [name, { content, example }] of Object.entries(placeholders)) {
        expect(content).toBe(`{${name}}`);
        expect(example.trim()).not.toBe('');
      }
      const places = new Set([...message.matchAll(/\$(\d)/g)].map(([, at]) => Number(at)));
      expect([...places].sort()).toEqual(Array.from(places, (_, at) => at + 1));
      expect(places.size * named.size).toBe(0);
      expect(Math.max(places.size, named.size)).toBeLessThanOrEqual(9);
      expect(message.replace(/\$\w+\$|\$\d/g, '')).not.toContain('$');
    });
  },
);

it('has types that say what is in the catalogue', async () => {
  const { sentenceTypes, target } = await import(new URL('../../scripts/words.mjs', import.meta.url).href);
  expect(readFileSync(target, 'utf8')).toBe(sentenceTypes());
});

it('has a form for any other count wherever it has one for a kind of count', () => {
  for (const key of Object.keys(sentences))
    if (/_(zero|one|two|few|many)$/.test(key))
      expect(sentences).toHaveProperty(key.replace(/_[a-z]+$/, '_other'));
});

describe('saying', () => {
  const getMessage = vi.fn((key: keyof typeof sentences, values: string[]) =>
    sentences[key].message.replace(/\$(\d)/g, (_, at) => values[at - 1] ?? ''),
  );
  beforeEach(() => {
    vi.resetModules();
    vi.stubGlobal('browser', { i18n: { getMessage } });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('puts values into their places, as they are', async () => {
    const { say } = await import('../../src/words/say');
    expect(say('how', 3, 12)).toContain('12');
    expect(say('quoted', '$1 off & $2')).toBe('“$1 off & $2”');
    expect(say('manyItems', 1234567)).toBe(`At least ${(1234567).toLocaleString()} items`);
  });

  it('asks the browser once for each sentence, and lives on without it', async () => {
    const { say } = await import('../../src/words/say');
    say('percent', 20);
    getMessage.mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    expect(say('percent', 30)).toBe('30% off');
    expect(say('longest', 30)).toBe('…');
  });
});
