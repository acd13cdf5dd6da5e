import { messageWords } from './messages';
import { type MessageWords, type Placeholder, placeholders } from './messages/message-words';

/** What a message to a shopper can hold; null: not known, empty: known, but there is nothing to say of it. */
export type MessageParts = { readonly code: string } & {
  readonly [Part in Exclude<Placeholder, 'code'>]: string | null;
};

/**
 * Fills a template in. A line with a part that isn't there is left out, unless it holds the code: there
 * neutral words stand for it. A template without `{code}` gets the code as its last line. `missing` names the
 * unknown parts it asked for.
 */
export function fillMessage(
  template: string,
  parts: MessageParts,
  neutral: MessageWords['neutral'],
): { readonly text: string; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const words: Partial<Record<Placeholder, string>> = neutral;
  const lines = template.split(/\r?\n/).flatMap((line) => {
    const asked = placeholders.filter((name) => line.includes(`{${name}}`));
    for (const name of asked) if (parts[name] === null) missing.add(name);
    if (!asked.includes('code') && asked.some((name) => !parts[name])) return [];
    const filled = asked.reduce(
      (text, name) => text.replaceAll(`{${name}}`, () => parts[name] || (words[name] ?? '')),
      line,
    );
    return [filled];
  });
  if (!template.includes('{code}')) lines.push(parts.code);
  return { text: lines.join('\n').trim(), missing: [...missing] };
}

/** True where a template speaks of reviews or ratings, in any language: Amazon forbids discounts in exchange for them. */
export function mentionsReviews(template: string): boolean {
  const text = template.normalize();
  return Object.values(messageWords).some(({ reviews }) => reviews.test(text));
}
