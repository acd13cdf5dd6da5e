/** What is in a text but can't be seen, for a character class: zero-width and bidi marks, joiners, variation selectors. */
export const unseen =
  '\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180D\\u180F\\u3164\\uFE00-\\uFE0F\\uFFA0\\u{E0100}-\\u{E01EF}';

/** Blanks of every kind, for a character class. */
export const blanks = '\\s\\u2800';
