import { plain } from '../values/text';

/** A label without what may be somebody's: the account's name, codes, ids, e-mail addresses, any number. */
export function cleanLabel(text: string, account: string | null): string {
  let left = plain(text).slice(0, 80);
  for (const word of plain(account ?? '').split(' ')) if (word !== '') left = left.split(word).join('…');
  return left.replace(/\S*[\d@_/\\]\S*/g, '…');
}

const uuid = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi;

/** An id or name without what may be somebody's: long numbers, and mixes of letters and digits. */
export function withoutIds(name: string): string {
  return name
    .replace(uuid, '…')
    .replace(/[^\s\-_.:#[\]]+/g, (part) =>
      /[^\w…]|\d{4}|^(?=(.*\d){2})(?=.*[a-z]).{6,}$/i.test(part) ? '…' : part,
    );
}
