import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import sentences from '../../public/_locales/en/messages.json';
import { checkIds, inKey } from '../../src/domain/checks';

const src = new URL('../../src/', import.meta.url).pathname;
const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n');
const manifest = readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8');

/** Those whose names are put together where they are said. */
const composed = new Set([
  ...checkIds.flatMap((id) => [`label_${inKey(id)}`, `why_${inKey(id)}`]),
  ...['not_found', 'ambiguous', 'folded', 'language'].map((reason) => `unread_${reason}`),
  ...['pass', 'fail', 'confirm', 'unreadable'].map((state) => `state_${state}`),
]);

describe.each(Object.entries(sentences))('the sentence %s', (key, { message, description }) => {
  it('is said somewhere, and described for who translates it', () => {
    const used = composed.has(key) || code.includes(`'${key}'`) || manifest.includes(`__MSG_${key}__`);
    expect(used).toBe(true);
    expect(description.trim()).not.toBe('');
    expect(message.trim()).not.toBe('');
  });

  it('speaks the seller’s language', () => {
    expect(message).not.toMatch(/\b(issued|issuance|void(ed)?|batch(es)?|exposure)\b/i);
  });

  it('numbers its places from 1, at most 4, and has no other sign of a place', () => {
    const places = new Set([...message.matchAll(/\$(\d)/g)].map(([, at]) => Number(at)));
    expect([...places].sort()).toEqual(Array.from(places, (_, at) => at + 1));
    expect(places.size).toBeLessThanOrEqual(4);
    expect(message.replace(/\$\d/g, '')).not.toContain('$');
  });
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
    const { say } = await import('../../src/platform/i18n');
    expect(say('how', 3, 12)).toContain('12');
    expect(say('quoted', '$1 off & $2')).toBe('“$1 off & $2”');
    expect(say('manyItems', 1234567)).toBe(`At least ${(1234567).toLocaleString()} items`);
  });

  it('asks the browser once for each sentence, and lives on without it', async () => {
    const { say } = await import('../../src/platform/i18n');
    say('percent', 20);
    getMessage.mockImplementation(() => {
      throw new Error('Extension context invalidated.');
    });
    expect(say('percent', 30)).toBe('30 % off');
    expect(say('longest', 30)).toBe('…');
  });
});
