/** What a message to a buyer can hold; null: not known. */
export interface MessageParts {
  readonly code: string;
  readonly product: string | null;
  readonly link: string | null;
  readonly discount: string | null;
  readonly 'works until': string | null;
}

/** What a promotion's message says until the seller writes another. It asks for nothing in return. */
export const defaultTemplate = `Hi! Here is your code for {product}: {code}
It takes {discount} off: put the product into your cart and type the code at checkout.
{link}
The code works once, until {works until}.`;

/** The words in braces that a template may hold. */
export const placeholders = ['code', 'product', 'link', 'discount', 'works until'] as const;

/** What stands for an unknown part in a line that can't go; other lines with unknown parts are left out. */
const neutral: Record<string, string> = {
  product: 'our product',
  discount: 'a discount',
  link: '',
  'works until': 'the end of the promotion',
};

/**
 * Fills a template in. A line with an unknown part is left out, unless it holds the code; a template
 * without `{code}` gets the code as its last line. `missing` names the unknown parts it asked for.
 */
export function fillMessage(
  template: string,
  parts: MessageParts,
): { readonly text: string; readonly missing: readonly string[] } {
  const missing = new Set<string>();
  const lines = template.split(/\r?\n/).flatMap((line) => {
    const asked = placeholders.filter((name) => line.includes(`{${name}}`));
    const unknown = asked.filter((name) => !parts[name]);
    for (const name of unknown) missing.add(name);
    if (unknown.length > 0 && !asked.includes('code')) return [];
    const filled = asked.reduce(
      (text, name) => text.replaceAll(`{${name}}`, () => parts[name] || (neutral[name] ?? '')),
      line,
    );
    return [filled];
  });
  if (!template.includes('{code}')) lines.push(parts.code);
  return { text: lines.join('\n').trim(), missing: [...missing] };
}

/** True where a template speaks of reviews or ratings: Amazon forbids discounts in exchange for them. */
export function mentionsReviews(template: string): boolean {
  return /\b(reviews?|ratings?|feedback|stars?|bewertung(en)?|rezension(en)?|avis|reseñas?|recension[ei])\b/i.test(
    template,
  );
}
