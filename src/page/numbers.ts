/** Digits of Arabic and Hindi as ours; full-width ones are already plain after NFKC. */
export function westernDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/٫/g, '.')
    .replace(/٬/g, '')
    .replace(/[\u200e\u200f\u061c]/g, '');
}

/** A number as people type it: `20`, `20 %`, `%20`, `20,5`, `２０％`, `٢٠٪`; null for anything else. */
export function numberIn(typed: string): number | null {
  const shown = westernDigits(typed)
    .replace(/[\s%٪]/g, '')
    .replace(/,(\d{1,2})$/, '.$1');
  return /^\d+(\.\d+)?$/.test(shown) ? Number(shown) : null;
}

/** A percentage in a sentence: `20 % off`, `%20 indirim`, `割引率 20`; null where there is none. */
export function percentIn(text: string): number | null {
  const shown = westernDigits(text).replace(/٪/g, '%');
  const found = /(\d+(?:[.,]\d+)?)\s*%|%\s*(\d+(?:[.,]\d+)?)|percent(?:age)? off\D{0,3}(\d+)/i.exec(shown);
  return found ? Number((found[1] ?? found[2] ?? found[3] ?? '').replace(',', '.')) : null;
}
