import { isLatin, plain } from './text';

/** Where the pages that we have words for are written, in Latin letters. */
const inLatin = 'en en-GB de fr it es pt nl pl sv tr vi'.split(' ');
/** In others; of Arabic one that counts in Amazon's calendar. */
const inOthers = 'ar-EG ar-AE hi ja zh ko'.split(' ');

/** The names that the browser itself knows, long and short, each with what it may stand for. */
function namesOf(
  part: 'month' | 'weekday',
  days: readonly Date[],
): (name: string, whole: boolean) => ReadonlySet<number> {
  function make(locales: readonly string[]): Map<string, Set<number>> {
    const made = new Map<string, Set<number>>();
    for (const locale of locales) {
      for (const width of ['long', 'short'] as const) {
        // A month beside its day may stand in another case than alone.
        const shapes = part === 'month' ? [{}, { day: 'numeric' as const }] : [{}];
        for (const shape of shapes) {
          const format = new Intl.DateTimeFormat(locale, {
            ...shape,
            [part]: width,
            timeZone: 'UTC',
            calendar: 'gregory',
          });
          days.forEach((day, at) => {
            const said = format.formatToParts(day).find(({ type }) => type === part)?.value ?? '';
            const name = plain(said);
            if (/\p{L}/u.test(name)) made.set(name, (made.get(name) ?? new Set()).add(at));
          });
        }
      }
    }
    return made;
  }
  let latin: Map<string, Set<number>> | undefined;
  let others: Map<string, Set<number>> | undefined;
  /** All names in the letters of this one; made once, where first one is asked for: that is slow. */
  function namesBeside(name: string): Map<string, Set<number>> {
    if (isLatin(name)) {
      latin ??= make(inLatin);
      return latin;
    }
    others ??= make(inOthers);
    return others;
  }
  const found = new Map<string, ReadonlySet<number>>();
  return (name, whole) => {
    const known = found.get(name);
    if (known) return known;
    const said = plain(name);
    const names = namesBeside(said);
    const exact = names.get(said);
    // `Sept`, `Febr` and their like: a beginning that only one month has.
    const begun = whole || said.length < 3 ? [] : [...names].filter(([each]) => each.startsWith(said));
    const meant = exact ?? new Set(begun.flatMap(([, each]) => [...each]));
    if (found.size < 500) found.set(name, meant);
    return meant;
  };
}

const monthNames = namesOf(
  'month',
  Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 15))),
);
/** 2023 began on a Sunday. */
const dayNames = namesOf(
  'weekday',
  Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day))),
);

/** The month of this name or beginning of a name, 1 to 12; null for none, or for several. */
export function monthCalled(name: string): number | null {
  const [only, second] = monthNames(name, false);
  return only === undefined || second !== undefined ? null : only + 1;
}

/** How weekdays in Latin letters end; those that are short end in any way. */
const likeDay = /\s|^.{1,5}$|(?:day|tag|dag|woch|di|dì|che|feira|a|o|es|ek|si|be)$/;

/** The weekdays that this may name, Sunday 0. */
export function weekdaysCalled(name: string): ReadonlySet<number> {
  const said = plain(name);
  return isLatin(said) && !likeDay.test(said) ? new Set() : dayNames(said, true);
}
