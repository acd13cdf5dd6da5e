/** A text as people compare it: one line, no decoration, lower case. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/[’ʼ]/g, "'")
    .replace(/\((optional|required)\)/gi, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[*•\s]+|[\s*:：?]+$/g, '')
    .toLowerCase();
}

/** How well a shown text says what a label says: 1 the same, 0.5 the label with more behind it, else 0. */
export function labelMatch(shown: string, labels: readonly string[]): 0 | 0.5 | 1 {
  if (shown === '') return 0;
  if (labels.includes(shown)) return 1;
  const starts = labels.some(
    (label) => shown.startsWith(label) && !/[\p{L}\p{N}]/u.test(shown.charAt(label.length)),
  );
  return starts && shown.length <= 60 && !/\b(not|no longer|never|without|don't|isn't)\b/.test(shown)
    ? 0.5
    : 0;
}
