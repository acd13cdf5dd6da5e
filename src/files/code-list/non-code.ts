import { type Said, said, saidCount } from '../../domain/problem';
/** Why a text is no code, and whether it looks as if it was meant to be one. */
export interface NonCode {
  readonly reason: Said;
  readonly near: boolean;
}

/** What is longer was not meant as a code. */
const longestMeant = 100;
const nothing: NonCode = { reason: said('reasonNone'), near: false };

const groups = /^(?=-*[A-Z0-9])[A-Z0-9]*(?:-[A-Z0-9]*)+$/i;
const unbroken = /^[A-Z0-9]+$/i;
const scientific = /^\d+(?:[.,]\d+)?E\+\d+$/i;
const spreadsheetFault = /^#(?:NAME|REF|VALUE|N\/A|NUM|NULL|DIV\/0|#+)[?!]?$/;
const orderId = /^\d{3}-\d{7}-\d{7}$/;
const oddLetter = /[^\x20-\x7e]/u;
/** Not an e-mail address, which has the same look. */
const nearly =
  /^[\p{L}\p{N}\p{C}]{2,6}[^\p{L}\p{N}\s@][\p{L}\p{N}\p{C}]{3,8}[^\p{L}\p{N}\s][\p{L}\p{N}\p{C}]{3,8}$/u;

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What is wrong with a text in a code's place. */
export function describeNonCode(text: string): NonCode {
  if (text.length > longestMeant) return nothing;
  const near = (reason: Said) => ({ reason, near: true });
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  if (scientific.test(text)) {
    return near(said('reasonExcel', { text }));
  }
  if (spreadsheetFault.test(text)) {
    return near(said('reasonSpreadsheet', { text: shown }));
  }
  if (orderId.test(text)) return { reason: said('reasonOrder', { text: shown }), near: false };
  if (groups.test(text)) {
    const sizes = text.split('-').map((group) => group.length);
    return near(said('reasonSizes', { text: shown, sizes: sizes.join('-') }));
  }
  if (nearly.test(text)) {
    const odd = oddLetter.exec(text)?.[0];
    if (odd) return near(said('reasonOddLetter', { text: shown, letter: odd, point: codePoint(odd) }));
    return near(said('reasonAlmost', { text: shown }));
  }
  if (unbroken.test(text) && /\d/.test(text) && text.length < 30) {
    return near(saidCount('reasonUnbroken', text.length, { text: shown }));
  }
  return nothing;
}
