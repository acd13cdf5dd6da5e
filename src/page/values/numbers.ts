import { isAscii } from './text';

/** Digits of Arabic and Hindi as ours; full-width ones are already plain after NFKC. */
export function westernDigits(text: string): string {
  if (isAscii(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/٫/g, '.')
    .replace(/٬/g, '')
    .replace(/[\u200e\u200f\u061c]/g, '');
}

/** Nobody types a longer number. */
const longest = 200;

/**
 * A number as people type it: `20`, `20 %`, `%20`, `20,5`, `２０％`, `٢٠٪`; null for anything else. So is
 * `1.000` or `50,000`: a thousand to one, a one to another.
 */
export function numberIn(typed: string): number | null {
  if (typed.length > longest) return null;
  const shown = westernDigits(typed).replace(/٪/g, '%').trim();
  const found = /^(?:%\s?)?(\d{1,15})(?:[.,](\d{1,2}))?(?:\s?%)?$/.exec(shown);
  return found ? Number(`${found[1]}.${found[2] ?? 0}`) : null;
}

/** Whether a text holds digits of any script, so that it may be a number that we can't tell. */
export function hasDigit(text: string): boolean {
  return /\p{Nd}/u.test(text);
}

/** An amount of money in figures, with its sign or without: `$1,000.00`, `1.000,00 €`, `500`; null where it could be another. */
export function moneyIn(typed: string): number | null {
  if (typed.length > longest) return null;
  const bare = westernDigits(typed)
    .replace(/\p{Sc}|\b[A-Z]{3}\b|R\$|zł|kr|TL/gu, '')
    .trim();
  const grouped = /^\d{1,3}(?:,\d{3})+\.\d{2}$|^\d{1,3}(?:[.' \u00a0]\d{3})+,\d{2}$/.test(bare);
  if (!grouped) return numberIn(bare);
  return Number(`${bare.slice(0, -3).replace(/\D/g, '')}.${bare.slice(-2)}`);
}

/** A percentage in a sentence: `20 % off`, `%20 indirim`, `Percent off: 20`; null where there is none, or several. */
export function percentIn(text: string): number | null {
  if (text.length > longest) return null;
  const shown = westernDigits(text).replace(/٪/g, '%');
  const found = shown.matchAll(
    /(?<![\d.,])(\d+(?:[.,]\d+)*)\s?%|%\s?(\d+(?:[.,]\d+)*)|percent(?:age)? off\D{0,3}(\d+(?:[.,]\d+)*)/gi,
  );
  const values = new Set([...found].map(([, one, two, three]) => numberIn(one ?? two ?? three ?? '')));
  const [value, second] = values;
  return second === undefined ? (value ?? null) : null;
}
