import { describe, expect, it } from 'vitest';
import { monthCalled, weekdaysCalled } from '../../../src/page/values/calendar-names';

const locales = 'en en-GB de fr it es pt nl pl sv tr ar-EG ar-AE hi vi ja zh ko'.split(' ');
const widths = ['long', 'short'] as const;

/** What the browser calls a month or a weekday of a date in 2023, which began on a Sunday. */
function called(locale: string, options: Intl.DateTimeFormatOptions, month: number, day: number): string {
  const [part] = Object.keys(options);
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
  const parts = format.formatToParts(Date.UTC(2023, month, day));
  return parts.find(({ type }) => type === part)?.value ?? '';
}

describe('names of the calendar', () => {
  it.each(locales)('knows each weekday in %s, long and short', (locale) => {
    for (const weekday of widths)
      for (let day = 0; day < 7; day++)
        expect([...weekdaysCalled(called(locale, { weekday }, 0, 1 + day))]).toContain(day);
  });

  it.each(locales)('knows each month in %s by its long name', (locale) => {
    for (let month = 0; month < 12; month++) {
      const name = called(locale, { month: 'long' }, month, 15);
      if (/\p{L}/u.test(name)) expect(monthCalled(name), name).toBe(month + 1);
    }
  });

  it('takes no other word for a weekday', () => {
    for (const word of ['percentage', 'promotion', 'ends', 'off', 'Ende', '開始'])
      expect([...weekdaysCalled(word)], word).toEqual([]);
  });
});
