import { ownDay } from '../../domain/time';

/** What a download holds, and how its file is called. */
const words = {
  unissued: 'codes-left',
  history: 'history',
  orders: 'orders',
  results: 'results',
  comparison: 'comparison',
  chart: 'chart',
  codes: 'codes',
  unused: 'not-used',
  list: 'list',
  people: 'people',
  everything: 'everything',
  handOver: 'hand-over',
} as const;

/** With four bytes to a character, a name of this length still fits every file system's 255. */
const longestPromotion = 40;

/** Letters, digits and a few harmless marks; all else, dots included, becomes a dash ("CON.x" is refused by Windows). */
function harmless(text: string): string {
  const dashed = text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}_()+-]+/gu, '-');
  return Array.from(dashed)
    .slice(0, longestPromotion)
    .join('')
    .replace(/^-+|-+$/g, '');
}

/**
 * A file name for a download that every system takes, e.g. `Garlic-IG-01_US_codes-left_2026-05-01.csv`.
 * The day is the user's own.
 */
export function fileName(parts: {
  readonly promotion: string;
  readonly what: keyof typeof words;
  readonly marketplace: string | null;
  readonly date: Date;
  readonly extension: 'csv' | 'txt' | 'png' | 'claimcheck';
}): string {
  const name = [
    harmless(parts.promotion) || 'promotion',
    harmless(parts.marketplace ?? ''),
    words[parts.what],
    ownDay(parts.date),
  ];
  return `${name.filter((part) => part !== '').join('_')}.${parts.extension}`;
}
