/** Somebody who got a code, as far as is known; any of it may be empty. */
export interface Person {
  readonly to: string;
  /** E-mail address or handle, where a list told one beside the name. */
  readonly handle: string;
  readonly channel: string;
  readonly note: string;
}

/** Letters kept of each field. */
export const longestField = 1000;

/** What stands in the place of a person who can't be read any more. */
export const unreadablePerson = '(damaged)';

/** What ends a field or a line, and must stand in none. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** What may have to be changed in one. */
const odd = /[\t\n\v\f\r\u0085\u2028\u2029\uD800-\uDBFF]|^\s|\s$/;

/** A field as it is kept: on one line, and not endless. */
export function kept(field: string): string {
  // Most fields are, and of a list of thousands each look costs.
  if (field === '' || (field.length <= longestField && !odd.test(field))) return field;
  // Half a letter is none.
  return field
    .replace(breaks, ' ')
    .trim()
    .slice(0, longestField)
    .replace(/[\uD800-\uDBFF]$/, '');
}
