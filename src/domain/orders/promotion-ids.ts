/** Stands before the numbers of FBA Promotions, which name the same promotions in another way. */
export const fbaPrefix = 'fba:';

/** Stands before a claim code that a report names among an order's ids. */
export const claimPrefix = 'claim:';

/** Ids that Amazon gives to what it pays for or sells otherwise: coupons, deals, free shipping, Vine. */
const amazonsOwn: readonly RegExp[] = [
  /^PLM-/,
  /^PAWS-/i,
  /^VPC-\d/,
  /\bcore free shipping\b/i,
  /^amazon plcc\b/i,
  /^#MP-/,
  /\bsubscribe & save\b/i,
  /^exports (?:free|prime) shipping\b/i,
  /^free sub sameday\b/i,
  /^AtD Promotion\b/,
  /\bamazon vine\b/i,
  /^FREESHIP/,
];

/** Whether a promotion id, or what a promotion is called, is of Amazon's own, not of a promotion with claim codes. */
export function isAmazonsOwn(text: string): boolean {
  const start = text.slice(0, 200);
  return amazonsOwn.some((each) => each.test(start));
}

/** Whether a promotion takes something off the shipping alone, which reports tell in a column of its own. */
export function isOfShipping(text: string): boolean {
  return /shipping|^FREESHIP|\bsameday\b/i.test(text.slice(0, 200));
}

/** One writing of a promotion id: two files may compose its letters in different ways, or decode them wrongly. */
export function promotionIdKey(text: string): string {
  return repaired(text.trim()).normalize('NFC');
}

/** UTF-8 that was taken for Windows-1252 on its way, as it was; all other text unchanged. */
function repaired(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[^\0-\u00ff]/.test(text)) return text;
  try {
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return text;
  }
}

/**
 * The promotion ids of one cell, each once. They stand with commas between and nothing around them, so that an id
 * with a comma of its own is found only where it is `known`.
 */
export function promotionIdsIn(cell: string, known: readonly string[] = []): string[] {
  const whole = promotionIdKey(cell);
  if (whole === '') return [];
  const found = new Set<string>();
  let rest = `,${whole},`;
  for (const id of known) {
    const at = id.includes(',') ? rest.indexOf(`,${id},`) : -1;
    if (at < 0) continue;
    found.add(id);
    rest = rest.slice(0, at + 1) + rest.slice(at + id.length + 2);
  }
  for (const part of rest.split(',')) if (part.trim() !== '') found.add(part.trim());
  return [...found];
}
