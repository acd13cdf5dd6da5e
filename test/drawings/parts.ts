import type { Settings } from './drawing.ts';
import { ENTIRE } from './drawing.ts';
import type { Words } from './words.ts';

/** Small things that every drawing needs: options, dates, times. How they stand on the page is each drawing's own. */

export const when = (condition: boolean, text: string): string => (condition ? text : '');

/** `<option>`s, the chosen one selected. */
export const options = (texts: readonly string[], chosen: string): string =>
  texts.map((text) => `<option${when(text === chosen, ' selected')}>${text}</option>`).join('');

export const claimCodeText = (v: Settings, w: Words): string =>
  ({ 'single-use': w.single, group: w.group, none: w.none, unset: '' })[v.claimCode];

export const combinabilityText = (v: Settings, w: Words): string =>
  ({ preferential: w.pref, unrestricted: w.unres, exclusive: w.excl, unset: '' })[v.combinability];

export const claimCodes = (w: Words): string[] => [w.single, w.group, w.none];
export const combinabilities = (w: Words): string[] => [w.pref, w.unres, w.excl];

export const selectionText = (v: Settings, w: Words): string =>
  v.selection === ENTIRE ? w.entire : v.selection || w.pick;

export const selections = (w: Words): string[] => [
  w.pick,
  w.entire,
  'Garlic press (3 ASINs)',
  'Kitchen 50',
  'Spring list',
];

/** Ways to say the whole catalog that no dictionary may know. */
export const wholeCatalogs = [
  'All items in your catalog',
  'Every product',
  'Whole catalogue',
  'My whole inventory',
];

export const appliesText = (v: Settings, w: Words): string =>
  v.appliesTo === 'purchased' ? w.items : w.additional;

const pad = (number: number) => String(number).padStart(2, '0');

interface Parts {
  y: number;
  mo: number;
  d: number;
  h: number;
  mi: number;
}

/** The numbers of a moment `2026-12-14T08:00`. */
export function parts(moment: string): Parts {
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0] = moment.split(/\D/).map(Number);
  return { y, mo, d, h, mi };
}

export const mdy = (moment: string): string => {
  const { y, mo, d } = parts(moment);
  return `${mo}/${d}/${y}`;
};
export const mmddyyyy = (moment: string): string => {
  const { y, mo, d } = parts(moment);
  return `${pad(mo)}/${pad(d)}/${y}`;
};
export const ddmmyyyy = (moment: string, sign = '/'): string => {
  const { y, mo, d } = parts(moment);
  return [pad(d), pad(mo), y].join(sign);
};
export const yyyymmdd = (moment: string, sign = '-'): string => {
  const { y, mo, d } = parts(moment);
  return [y, pad(mo), pad(d)].join(sign);
};

export type Clock = (h: number, mi: number) => string;

export const twelve: Clock = (h, mi) => `${h % 12 || 12}:${pad(mi)} ${h < 12 ? 'AM' : 'PM'}`;
export const twentyFour: Clock = (h, mi) => `${pad(h)}:${pad(mi)}`;
export const french: Clock = (h, mi) => `${h} h ${pad(mi)}`;
export const spanish: Clock = (h, mi) => `${h % 12 || 12}:${pad(mi)} ${h < 12 ? 'a. m.' : 'p. m.'}`;
export const wordy: Clock = (h, mi) =>
  mi === 0 && h % 12 === 0 ? (h === 0 ? '12:00 Midnight' : '12:00 Noon') : twelve(h, mi);

export const time = (moment: string, clock: Clock): string => clock(parts(moment).h, parts(moment).mi);

/** The options of a list of times: full hours and the day's last minute. */
export function times(clock: Clock, moment: string): string {
  const texts = Array.from({ length: 24 }, (_, h) => clock(h, 0));
  return options([...texts, clock(23, 59)], time(moment, clock));
}

/** Options from one number to another. */
export const numbers = (
  from: number,
  to: number,
  chosen: number,
  write: (n: number) => string = pad,
): string =>
  options(
    Array.from({ length: to - from + 1 }, (_, i) => write(from + i)),
    write(chosen),
  );

/** The tiers after the first, as rows drawn by `row`. */
export const tierRows = (v: Settings, row: (minimum: number, percent: number) => string): string =>
  Array.from({ length: v.tiers }, (_, i) =>
    row(v.minimum + 2 * (i + 1), Math.min(v.percentOff + 5 * (i + 1), 95)),
  ).join('');
