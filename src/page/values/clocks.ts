import { offsetAt } from '../../domain/time';
import { westernDigits } from './numbers';
import { plain } from './text';

/** A time of day as a text shows it. */
export interface ShownTime {
  /** `HH:MM`, 24 hours. */
  readonly time: string;
  /** Which half of the day it names, as it stands there; empty on a clock of 24 hours. */
  readonly half: string;
  /** What follows it, which may be a time zone; never ignored. */
  readonly rest: string;
}

const am = String.raw`a\.?\s?m\b\.?|午前|上午|凌晨|早上|오전|صباحا?ً?(?!\p{L})|ص(?!\p{L})|पूर्वाह्न|öö|sa(?!\p{L})|sáng|fm(?!\p{L})`;
const pm = String.raw`p\.?\s?m\b\.?|午後|下午|오후|مساءً?(?!\p{L})|م(?!\p{L})|अपराह्न|ös|ch(?!\p{L})|chiều|em(?!\p{L})`;
/** Words for twelve o'clock itself. */
const twelve = 'noon|midday|midnight|中午|正午';
const isAfter = new RegExp(`^(?:${pm}|noon|midday|中午|正午)$`, 'u');
const isHalf = new RegExp(`^(?:${am}|${pm})$`, 'u');
const isTwelve = new RegExp(`^(?:${twelve})$`, 'u');

const lead = String.raw`(?:kl\.?|klo|um|ab|bis|at|à|a las?|alle(?: ore)?|ore|às|om|godz\.?|saat)`;
const seconds = String.raw`(?::\d{2}(?!\d)(?:[.,]\d{1,3})?|\s?\d{2}[秒초])`;
const minutes = String.raw`\s?(?:[:時时点點시u]|h(?:rs?|eures?)?)\s?(?<minute>\d{2})(?!\d)(?:\s?(?:分|분|min\b))?${seconds}?`;
const onTheHour = String.raw`\s?(?<sign>時|时|点|點|시|uhr|h(?:rs?|eures?)?\b)整?`;
/** A dot may as well stand in an amount. */
const dotted = String.raw`\.(?<dotted>\d{2})(?=\s?(?:${am}|${pm}|uhr))`;
const clock = new RegExp(
  `^${lead}?\\s?(?:(?<before>${am}|${pm}|${twelve})\\s?)?(?<hour>\\d{1,2})(?:${minutes}|${onTheHour}|${dotted})?` +
    `\\s?(?:uhr|hrs?\\b|h\\b)?\\s?(?<behind>${am}|${pm}|${twelve})?(?!\\d)`,
  'u',
);

/** The time of day that a text begins with; null where it begins with none. */
export function clockIn(text: string): ShownTime | null {
  if (text.length > 80) return null;
  const shown = plain(westernDigits(text));
  if (isTwelve.test(shown)) return { time: isAfter.test(shown) ? '12:00' : '00:00', half: shown, rest: '' };
  const found = clock.exec(shown);
  if (!found) return null;
  const { before, behind, sign, ...figures } = found.groups as Partial<Record<string, string>>;
  const half = before ?? behind ?? '';
  const minuteShown = figures.minute ?? figures.dotted;
  const minute = Number(minuteShown ?? 0);
  let hour = Number(figures.hour);
  if ((before && behind) || hour > 23 || minute > 59) return null;
  // A bare number is no time.
  if (minuteShown === undefined && sign === undefined && half === '') return null;
  if (half !== '') {
    // Japanese and Chinese also count the hours of a half day from 0.
    const fromZero = /午/.test(half) && hour === 0;
    if (hour > 12 || (hour === 0 && !fromZero)) return null;
    if (isTwelve.test(half) && (hour !== 12 || minute !== 0)) return null;
    hour = (hour % 12) + (isAfter.test(half) ? 12 : 0);
  }
  return { time: `${pad(hour)}:${pad(minute)}`, half, rest: shown.slice(found[0].length).trim() };
}

/** A time of day as `HH:MM` in 24 hours, from `12:00 AM`, `0:00`, `23 h 59`, `午後11:59`, `noon`; null for all else. */
export function parseTime(text: string): string | null {
  const found = clockIn(text);
  return found && (found.rest === '' || offsetsOf(found.rest)) ? found.time : null;
}

/** Whether a text is the name of a half of the day and nothing else. */
export function isHalfOfDay(text: string): boolean {
  return isHalf.test(plain(text));
}

/** Whether a text is a time zone as pages print it. */
export function isZone(text: string): boolean {
  return offsetsOf(plain(text)) !== null;
}

/** Zones by the letters that pages print, in minutes from UTC. Some letters stand for several. */
const zones: Readonly<Record<string, readonly number[]>> = {
  utc: [0],
  gmt: [0],
  z: [0],
  pst: [-480],
  pdt: [-420],
  brt: [-180],
  bst: [60],
  ist: [330, 60],
  cet: [60],
  mez: [60],
  cest: [120],
  mesz: [120],
  eet: [120],
  eest: [180],
  sast: [120],
  trt: [180],
  ast: [180],
  gst: [240],
  sgt: [480],
  jst: [540],
  aest: [600],
  aedt: [660],
};

/** The offsets that a zone's text may mean, in minutes; null where it is none that we know by its letters. */
function offsetsOf(text: string): readonly number[] | null {
  const shown = text.replace(/^[([]|[)\]]$/g, '').trim();
  const known = Object.hasOwn(zones, shown) ? zones[shown] : undefined;
  if (known) return known;
  const found = /^(?:utc|gmt)?\s?([+\-−])(\d{1,2})(?::?(\d{2}))?$/.exec(shown);
  if (!found) return null;
  const size = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return [found[1] === '+' ? size : -size];
}

/**
 * Whether what follows a time names the store's own clock at that moment. Where the store is not known,
 * any zone will do: then no instant is made of it.
 */
export function fitsZone(text: string, date: string, time: string, timeZone: string | null): boolean {
  if (text === '') return true;
  const offsets = offsetsOf(text);
  if (timeZone === null) return offsets !== null;
  const near = Date.parse(`${date}T${time}:00Z`);
  const at = near - offsetAt(near, timeZone);
  if (offsets) return offsets.some((each) => each * 60_000 === offsetAt(at, timeZone));
  const shown = text.replace(/^[([]|[)\]]$/g, '').trim();
  return (['long', 'longGeneric', 'shortGeneric'] as const).some((width) => {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: width });
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
    return name !== undefined && plain(name) === shown;
  });
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
