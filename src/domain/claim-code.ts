/**
 * What a piece of text is, as far as its shape tells.
 *
 * - `single-use`: a code as Amazon's download holds it
 * - `suspect`: shaped like a multi-use ("Group") code, which must not be mixed with single-use ones
 * - `null`: no claim code
 *
 * Source: sellers' help pages show single-use codes as 4-6-6 (`7GM3-YYYYY3-ZZZZZZ`); Amazon's
 * Promotions API gives `^[0-9A-Z]+$`, 6 to 12 characters, for Group codes. Longer unbroken runs are
 * taken as single-use, since no Group code can be that long.
 */
export type CodeShape = 'single-use' | 'suspect' | null;

const singleUse = /^[A-Z0-9]{4}-[A-Z0-9]{6}-[A-Z0-9]{6}$/;
const unbroken = /^(?=.*[0-9])(?=.*[A-Z])[A-Z0-9]{13,20}$/;
const multiUse = /^(?=.*[0-9])[A-Z0-9]{6,12}$/;

/** Judges a normalised code text by its shape. */
export function codeShape(code: string): CodeShape {
  if (singleUse.test(code) || unbroken.test(code)) return 'single-use';
  return multiUse.test(code) ? 'suspect' : null;
}

/** The one form in which codes are kept and compared: outer blanks gone, upper case, nothing else altered. */
export function normaliseCode(text: string): string {
  return text.trim().toUpperCase();
}

/**
 * The form in which Amazon can't tell two codes apart: it reads 0 as O and 1 as I
 * (Amazon's help, G202140170, on Group codes).
 */
export function lookAlikeForm(code: string): string {
  return code.replace(/0/g, 'O').replace(/1/g, 'I');
}

/**
 * What matches codes that hold this part, be it typed with O for 0 or I for 1, with or without the dashes,
 * or with “…” for what is left out; null for fewer than four letters and digits.
 */
export function codeParts(part: string): RegExp | null {
  const text = normaliseCode(part).replaceAll('...', '…');
  if (!/^[A-Z0-9-]+(…[A-Z0-9-]+)?$/.test(text)) return null;
  const letters = text.replaceAll('-', '');
  if (letters.replace('…', '').length < 4) return null;
  const either: Record<string, string> = { '0': '[0O]', O: '[0O]', '1': '[1I]', I: '[1I]' };
  const runs = letters.split('…').map((run) => Array.from(run, (each) => either[each] ?? each).join('-?'));
  return new RegExp(runs.join('.*'));
}
