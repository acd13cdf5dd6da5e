import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarketplaceCode, marketplace, marketplaceCodes } from '../../../src/domain/marketplaces';
import { instantOf } from '../../../src/domain/time';
import { type OrderEvidence, patternIn, tellOrder } from '../../../src/page/values/date-order';
import { dateIn, localDateTime } from '../../../src/page/values/dates';

const nothing: OrderEvidence = {
  dates: ['12/01/2026', '12/10/2026'],
  hints: [],
  elsewhere: [],
  clocks: [],
  lang: '',
  isEnglish: false,
  store: null,
};
const told = (more: Partial<OrderEvidence>, store: MarketplaceCode | null = null) =>
  tellOrder({ ...nothing, ...more, store: store && marketplace(store) });

describe('the order of dates', () => {
  const am = ['12:00 AM', '11:59 PM'];
  const day = ['00:00', '23:59'];
  const dots = ['01.12.2026', '10.12.2026'];
  const dashes = ['01-12-2026', '10-12-2026'];
  const unclear = ['01/12/2026', '10/12/2026'];
  it.each<[string, Partial<OrderEvidence>, MarketplaceCode | null, string]>([
    ['a pattern in the field, whatever the store', { hints: ['MM/DD/YYYY'], lang: 'en-GB' }, 'UK', 'mdy'],
    ['a pattern in the field, whatever the clock', { hints: ['dd/mm/yyyy'], clocks: am }, 'US', 'dmy'],
    ['an example in the field', { hints: ['e.g. 31/12/2026'] }, 'US', 'dmy'],
    ['dots', { dates: dots, lang: 'en-US', clocks: am }, 'US', 'dmy'],
    ['a part over 12', { dates: ['11/30/2026', '12/10/2026'], lang: 'en-GB' }, 'UK', 'mdy'],
    ['a part over 12 in the other date', { dates: ['01/12/2026', '30/12/2026'], clocks: am }, 'US', 'dmy'],
    ['the date that Amazon filled in', { elsewhere: ['11/29/2026'], lang: 'en-GB' }, 'UK', 'mdy'],
    ['what the page says of dates', { elsewhere: ['Write dates as DD/MM/YYYY'], lang: 'en-US' }, 'US', 'dmy'],
    ['US English in the UK store', { lang: 'en-US', clocks: am }, 'UK', 'mdy'],
    ['US English without a clock', { lang: 'en_US' }, 'DE', 'mdy'],
    ['English with a clock of 12 hours', { lang: 'en', clocks: am }, 'DE', 'mdy'],
    ['English with a clock of 12 hours, no store', { isEnglish: true, clocks: am }, null, 'mdy'],
    ['British English with 24 hours', { lang: 'en-GB', clocks: day, dates: unclear }, 'UK', 'dmy'],
    [
      'British English with 24 hours in the US store',
      { lang: 'en-GB', clocks: day, dates: unclear },
      'US',
      'dmy',
    ],
    ['English in the US store', { lang: 'en' }, 'US', 'mdy'],
    ['English in the UK store', { lang: 'en', dates: unclear }, 'UK', 'dmy'],
    ['a language’s own way', { lang: 'fr-FR', dates: unclear, clocks: day }, 'FR', 'dmy'],
    ['a language’s own way in another store', { lang: 'es', dates: unclear }, 'US', 'dmy'],
    ['a language’s own signs', { lang: 'nl', dates: dashes }, 'US', 'dmy'],
    [
      'a part over 12, where no order puts the end behind the start',
      { dates: ['11/16/2026', '06/10/2026'] },
      null,
      'mdy',
    ],
    [
      'a pattern in the field, even where the end lies before the start',
      { dates: ['12/05/2026', '09/11/2026'], hints: ['MM/DD/YYYY'] },
      null,
      'mdy',
    ],
    ['a language and its store', { lang: 'de', dates: unclear }, 'DE', 'dmy'],
  ])('is told by %s', (_, more, store, order) => expect(told(more, store)).toBe(order));

  it.each<[string, Partial<OrderEvidence>, MarketplaceCode | null]>([
    ['the store alone', {}, 'US'],
    ['the store alone, in a language that begins with the year', { lang: 'ja' }, 'JP'],
    ['English in a store that Amazon’s English writes otherwise', { lang: 'en' }, 'DE'],
    ['British English with AM and PM', { lang: 'en-GB', clocks: am }, 'UK'],
    ['US English with 24 hours', { lang: 'en-US', clocks: day }, 'UK'],
    ['US English with 24 hours in the US store', { lang: 'en-US', clocks: day, dates: unclear }, 'US'],
    ['French with AM and PM', { lang: 'fr', clocks: am }, 'FR'],
    ['German with slashes in another store', { lang: 'de', dates: unclear }, 'US'],
    ['two kinds of dates elsewhere', { elsewhere: ['30/11/2026', '11/30/2026'] }, 'US'],
    [
      'an end before the start, in the likely order',
      { lang: 'en-US', dates: ['11/12/2026', '12/10/2026'].reverse() },
      'US',
    ],
    ['a start that alone can tell, with an end before it', { dates: ['11/16/2026', '06/12/2026'] }, 'US'],
    ['the same with the day first', { dates: ['14/11/2026', '12/10/2026'], lang: 'en-US' }, 'US'],
    ['a version number', { elsewhere: ['2.3.14', 'Version 1.12.2026'] }, 'US'],
    ['no language that exists', { lang: 'constructor' }, 'US'],
  ])('is not told by %s', (_, more, store) => {
    const order = told(more, store);
    expect(order === 'either' ? order : [order, 'guessed']).toBe('either');
  });

  it.each<[string, Partial<OrderEvidence>]>([
    ['start and end', { dates: ['30/11/2026', '12/25/2026'] }],
    ['a date and its field', { dates: ['30/11/2026', '05/12/2026'], hints: ['MM/DD/YYYY'] }],
    ['dots and slashes', { dates: ['05.12.2026', '12/25/2026'] }],
  ])('is torn where %s contradict each other', (_, more) => expect(told(more, 'US')).toBe('torn'));
});

describe('the pattern of a date', () => {
  it.each([
    ['MM/DD/YYYY', 'mdy'],
    ['Start date (mm/dd/yy)', 'mdy'],
    ['DD.MM.YYYY', 'dmy'],
    ['TT.MM.JJJJ', 'dmy'],
    ['JJ/MM/AAAA', 'dmy'],
    ['GG/MM/AAAA', 'dmy'],
    ['gg.aa.yyyy', 'dmy'],
    ['DD-MM-RRRR', 'dmy'],
    ['ÅÅÅÅ-MM-DD', 'ymd'],
    ['yyyy/mm/dd', 'ymd'],
    ['年/月/日', 'ymd'],
    ['and/or/not', null],
    ['AM/PM', null],
    ['', null],
  ])('%s is %s', (text, order) => expect(patternIn(text)).toBe(order));
});

/** A page that prints its dates and times as the browser does in this language. */
const languages =
  'en-US en-GB en-AU en-CA de fr fr-CA it es es-MX ja zh-CN zh-TW pt-BR nl pl sv tr ar-EG hi vi ko'.split(
    ' ',
  );

describe('a date that the browser prints', () => {
  const days = fc.date({
    min: new Date('2026-01-01T00:00Z'),
    max: new Date('2027-12-31T23:59Z'),
    noInvalidDate: true,
  });
  const forms = fc.record({
    lang: fc.constantFrom(...languages),
    store: fc.constantFrom(...marketplaceCodes).map(marketplace),
    dateStyle: fc.constantFrom('short', 'medium', 'long', 'full'),
    hourCycle: fc.constantFrom('h12', 'h23', undefined),
    withLang: fc.boolean(),
    first: days,
    last: days,
  });

  it('is read as that moment or not at all, in every language, store and order', () => {
    let [right, all] = [0, 0];
    fc.assert(
      fc.property(forms, ({ lang, store, dateStyle, hourCycle, withLang, first, last }) => {
        const [one, two] = [first, last].sort((a, b) => a.getTime() - b.getTime()) as [Date, Date];
        const print = (at: Date) =>
          new Intl.DateTimeFormat(lang, {
            dateStyle: dateStyle as 'short',
            timeStyle: 'short',
            timeZone: 'UTC',
            calendar: 'gregory',
            ...(hourCycle ? { hourCycle: hourCycle as 'h12' } : {}),
          }).format(at);
        const dates = [print(one), print(two)];
        const order = tellOrder({
          ...nothing,
          dates,
          clocks: dates.flatMap((text) => dateIn(text)?.rest ?? []),
          lang: withLang ? lang : '',
          store,
        });
        for (const [text, at] of [
          [dates[0], one],
          [dates[1], two],
        ] as const) {
          const read = localDateTime(text as string, null, order, store.timeZone);
          const [day, time] = [at.toISOString().slice(0, 10), at.toISOString().slice(11, 16)];
          all++;
          if (read.date === day) right++;
          if (read.either) expect([text, read.either.includes(day)]).toEqual([text, true]);
          else if (read.date) expect([text, lang, read.date, read.time]).toEqual([text, lang, day, time]);
          expect(instantOf(read, 'UTC') === null || read.date === day).toBe(true);
        }
      }),
      { numRuns: 3000, seed: 2026 },
    );
    expect(right / all).toBeGreaterThan(0.6);
  });

  it('is read in most forms that English has', () => {
    const english = fc.record({ us: fc.boolean(), first: days, last: days });
    let [right, all] = [0, 0];
    fc.assert(
      fc.property(english, ({ us, first, last }) => {
        const [one, two] = [first, last].sort((a, b) => a.getTime() - b.getTime()) as [Date, Date];
        const lang = us ? 'en-US' : 'en-GB';
        const print = (at: Date) =>
          new Intl.DateTimeFormat(lang, { dateStyle: 'short', timeZone: 'UTC' }).format(at);
        const order = tellOrder({
          ...nothing,
          dates: [print(one), print(two)],
          lang,
          clocks: [us ? '12:00 AM' : '00:00'],
        });
        all++;
        if (localDateTime(print(one), null, order).date === one.toISOString().slice(0, 10)) right++;
      }),
      { numRuns: 500, seed: 11 },
    );
    expect(right / all).toBeGreaterThan(0.99);
  });
});
