/** Why a text is no code, and whether it looks as if it was meant to be one. */
export interface NonCode {
  readonly reason: string;
  readonly near: boolean;
}

/** What is longer was not meant as a code. */
const longestMeant = 100;
const nothing: NonCode = { reason: 'There is no claim code on this line.', near: false };

const groups = /^(?=-*[A-Z0-9])[A-Z0-9]*(?:-[A-Z0-9]*)+$/i;
const unbroken = /^[A-Z0-9]+$/i;
const scientific = /^\d+(?:[.,]\d+)?E\+\d+$/i;
const spreadsheetFault = /^#(?:NAME|REF|VALUE|N\/A|NUM|NULL|DIV\/0|#+)[?!]?$/;
const orderId = /^\d{3}-\d{7}-\d{7}$/;
const oddLetter = /[^\x20-\x7e]/u;
const nearly =
  /^[\p{L}\p{N}\p{C}]{2,6}[^\p{L}\p{N}\s][\p{L}\p{N}\p{C}]{3,8}[^\p{L}\p{N}\s][\p{L}\p{N}\p{C}]{3,8}$/u;

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** What is wrong with a text in a code's place, in a sentence that ends in a full stop. */
export function describeNonCode(text: string): NonCode {
  if (text.length > longestMeant) return nothing;
  const near = (reason: string) => ({ reason, near: true });
  const shown = `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
  if (scientific.test(text)) {
    return near(`Excel turned it into ${text}. Take the code from the file that Amazon made.`);
  }
  if (spreadsheetFault.test(text)) {
    return near(
      `${shown} is what a spreadsheet shows in place of a value. Take the code from the file that Amazon made.`,
    );
  }
  if (orderId.test(text))
    return { reason: `${shown} looks like an Amazon order number, not a code.`, near: false };
  if (groups.test(text)) {
    const sizes = text.split('-').map((group) => group.length);
    return near(`${shown} has ${sizes.join('-')} characters; a code has 4-6-6.`);
  }
  if (nearly.test(text)) {
    const odd = oddLetter.exec(text)?.[0];
    if (odd) return near(`${shown} has “${odd}” (${codePoint(odd)}), which no code has.`);
    return near(
      `${shown} is almost a code; a code has only letters, digits and “-” between 4-6-6 characters.`,
    );
  }
  if (unbroken.test(text) && /\d/.test(text) && text.length < 30) {
    return near(
      `${shown} has ${text.length} characters and no “-”; a code has 4-6-6 characters with “-” between.`,
    );
  }
  return nothing;
}
