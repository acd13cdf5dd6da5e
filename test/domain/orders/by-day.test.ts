import { expect, it } from 'vitest';
import { marketplaceCodes, timeZoneOf } from '../../../src/domain/marketplaces';
import { dateIn } from '../../../src/domain/orders/by-day';

const hours = 3_600_000;
const year = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };

it.each(marketplaceCodes)(
  '%s: a date is that of its store’s own clock, on days when the clock changes too',
  (code) => {
    const timeZone = timeZoneOf(code) ?? '';
    const clock = new Intl.DateTimeFormat('en-CA', { timeZone });
    const date = dateIn(timeZone);
    const wrong: string[] = [];
    for (let at = year.from; at < year.to; at += 7 * hours)
      if (date(at / 1000) !== clock.format(at)) wrong.push(new Date(at).toISOString());
    expect(wrong).toEqual([]);
  },
);
