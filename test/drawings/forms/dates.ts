import type { Settings, Style } from '../drawing.ts';
import {
  appliesText,
  type Clock,
  claimCodes,
  claimCodeText,
  combinabilities,
  combinabilityText,
  ddmmyyyy,
  french,
  mdy,
  mmddyyyy,
  numbers,
  options,
  parts,
  selections,
  selectionText,
  spanish,
  tierRows,
  time,
  times,
  twelve,
  twentyFour,
  when,
  wordy,
  yyyymmdd,
} from '../parts.ts';
import type { Words } from '../words.ts';

/** A modest form round the dates, which alone differ in this family: flex rows, labels tied by id. */
function around(v: Settings, w: Words, dates: string): string {
  let n = 0;
  const row = (name: string, control: (id: string) => string) => {
    n += 1;
    return `<div class="flex"><label for="x${n}">${name}</label>${control(`x${n}`)}</div>`;
  };
  const list = (texts: string[], chosen: string) => (id: string) =>
    `<select id="${id}">${options(texts, chosen)}</select>`;
  const box = (value: string | number) => (id: string) => `<input id="${id}" value="${value}">`;
  const tick = (name: string, on: boolean) => {
    n += 1;
    return `<div class="flex"><input type="checkbox" id="x${n}"${when(on, ' checked')}><label for="x${n}">${name}</label></div>`;
  };
  return `<h1>${w.title}</h1><form><h2>${w.step1}</h2>${row(w.items, list(selections(w), selectionText(v, w)))}${row(w.atLeast, box(v.minimum))}${row(w.percent, box(v.percentOff))}${row(w.applies, list([w.items, w.additional], appliesText(v, w)))}${tierRows(v, (minimum, percent) => `<div class="flex">${w.tiers} ${w.atLeast} <input value="${minimum}"> ${w.percent} <input value="${percent}"></div>`)}
<h2>${w.step2}</h2>${dates}${row(w.desc, box(v.internalDescription))}${row(w.tid, box(v.trackingId))}
<h2>${w.step3}</h2>${row(w.code, list(claimCodes(w), claimCodeText(v, w)))}${tick(w.one, v.onePerCustomer)}${row(w.combi, list(combinabilities(w), combinabilityText(v, w)))}${tick(w.detail, v.detailPage)}<button>${w.review}</button></form>`;
}

const css = '.flex { display: flex; gap: 10px; margin: 8px } .flex > label { width: 260px }';

type WriteDate = (moment: string) => string;

/** Date in a box, time in a list, written as told. */
function written(name: string, date: WriteDate, clock: Clock, more: Partial<Style> = {}): Style {
  const line = (title: string, moment: string) =>
    `<div class="flex"><label for="${title.replace(/\W/g, '')}d">${title}</label><input id="${title.replace(/\W/g, '')}d" value="${date(moment)}"><select>${times(clock, moment)}</select></div>`;
  return {
    name,
    family: 'dates',
    css,
    build: (v, w) => around(v, w, line(w.start, v.start) + line(w.end, v.end)),
    ...more,
  };
}

const early = { start: '2026-12-03T00:00', end: '2027-02-10T23:00' };

/** As above, with dates of which neither tells day from month. */
function early12(style: Style): Style {
  return { ...style, build: (v, w) => style.build({ ...v, ...early }, w) };
}

/** Hour, minute and AM/PM each in a list of its own. */
const threeLists: Style = {
  name: 'split-times',
  family: 'split times',
  css,
  build(v, w) {
    const line = (title: string, moment: string) => {
      const { h, mi } = parts(moment);
      return `<div class="flex"><label>${title}</label><input value="${mmddyyyy(moment)}"><select>${numbers(1, 12, h % 12 || 12)}</select>:<select>${numbers(0, 59, mi)}</select><select>${options(['AM', 'PM'], h < 12 ? 'AM' : 'PM')}</select></div>`;
    };
    return around(v, w, line(w.start, v.start) + line(w.end, v.end));
  },
};

/** Hours and minutes in two lists of 24 hours, with the date after the time. */
const twoLists: Style = {
  name: 'split-times-24',
  family: 'split times',
  languages: ['de', 'en'],
  css,
  build(v, w) {
    const line = (title: string, moment: string) => {
      const { h, mi } = parts(moment);
      return `<div class="flex"><label>${title}</label><select aria-label="hh">${numbers(0, 23, h)}</select>:<select aria-label="mm">${numbers(0, 59, mi)}</select><input type="date" value="${yyyymmdd(moment)}"></div>`;
    };
    return around(v, w, line(w.start, v.start) + line(w.end, v.end));
  },
};

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Day, month's name and year in lists. */
const dateInLists: Style = {
  name: 'dates-in-lists',
  family: 'split dates',
  css,
  build(v, w) {
    const line = (title: string, moment: string) => {
      const { y, mo, d } = parts(moment);
      return `<fieldset><legend>${title}</legend><select aria-label="Month">${options(months, months[mo - 1] ?? '')}</select><select aria-label="Day">${numbers(1, 31, d, String)}</select><select aria-label="Year">${numbers(2026, 2028, y, String)}</select> at <select aria-label="Time">${times(twelve, moment)}</select></fieldset>`;
    };
    return around(v, w, line(w.start, v.start) + line(w.end, v.end));
  },
};

/** A date drawn as text beside a transparent input that holds another: what is sent is not what is seen. */
const transparent: Style = {
  name: 'transparent-date-input',
  family: 'transparent inputs',
  css: `${css} .over { position: relative; width: 120px; height: 24px } .over input { position: absolute; inset: 0; opacity: 0 }`,
  build(v, w) {
    const line = (title: string, moment: string, sent: string) =>
      `<div class="flex"><label>${title}</label><span class="over"><span>${mdy(moment)}</span><input value="${mdy(sent)}"></span><select>${times(twelve, moment)}</select></div>`;
    return around(
      v,
      w,
      line(w.start, v.start, v.start) + line(w.end, '2026-12-30T00:00', '2027-12-30T00:00'),
    );
  },
  truth: () => ({ end: 'unclear' }),
};

/** The time typed in the same box as the date. */
const together: Style = {
  name: 'date-and-time-in-one-box',
  family: 'dates',
  css,
  build: (v, w) =>
    around(
      v,
      w,
      [
        [w.start, v.start],
        [w.end, v.end],
      ]
        .map(
          ([title = '', moment = '']) =>
            `<div class="flex"><label>${title}</label><input value="${mdy(moment)}, ${time(moment, twelve)}"></div>`,
        )
        .join(''),
    ),
};

/** Start and end in one line under a common name, told apart by "from" and "to" alone. */
const fromTo: Style = {
  name: 'from-to',
  family: 'dates',
  css,
  build: (v, w) =>
    around(
      v,
      w,
      `<div class="flex"><label>Schedule</label> from <input value="${mmddyyyy(v.start)}"> <select>${times(twelve, v.start)}</select> to <input value="${mmddyyyy(v.end)}"> <select>${times(twelve, v.end)}</select></div>`,
    ),
};

/** A time with two lists left over that nobody explains: it is not wholly understood. */
const leftOver: Style = {
  name: 'time-with-a-list-left-over',
  family: 'split times',
  css,
  build(v, w) {
    const line = (title: string, moment: string) =>
      `<div class="flex"><label>${title}</label><input value="${mmddyyyy(moment)}"><select>${numbers(1, 12, parts(moment).h % 12 || 12)}</select><select>${options(['SA', 'CH'], parts(moment).h < 12 ? 'SA' : 'CH')}</select><select>${options(['A', 'B'], 'B')}</select></div>`;
    return around(v, w, line(w.start, v.start) + line(w.end, v.end));
  },
  // The day can be told, and no more.
  truth: (v) => ({ start: { atMost: v.start.slice(0, 10) }, end: { atMost: v.end.slice(0, 10) } }),
};

const doubtful = () => ({ start: { atMost: early.start }, end: { atMost: early.end } });
const unclear = () => ({ start: 'unclear', end: 'unclear' }) as const;
const url = (domain: string) => `https://sellercentral.amazon.${domain}/promotions/new`;
const uk = { store: 'UK', url: url('co.uk') };
const de = { store: 'DE', url: url('de') };

export const dates: readonly Style[] = [
  written('us-dates', mdy, twelve),
  written('noon-and-midnight', mmddyyyy, wordy),
  written('uk-dates', ddmmyyyy, twentyFour, uk),
  // Amazon writes month first with AM and PM in English; the store would say day first. A person may ask.
  early12(
    written('uk-store-us-english', mmddyyyy, twelve, { ...uk, family: 'swapped dates', truth: doubtful }),
  ),
  early12(
    written('uk-store-us-english-24', mmddyyyy, twentyFour, {
      ...uk,
      family: 'swapped dates',
      truth: unclear,
    }),
  ),
  early12(written('us-store-24-hours', mmddyyyy, twentyFour, { family: 'swapped dates', truth: doubtful })),
  written('uk-store-us-english-clear', mmddyyyy, twelve, { ...uk, family: 'swapped dates' }),
  early12(
    written('us-dates-early', mmddyyyy, twelve, {
      truth: () => ({ start: { is: early.start }, end: { is: early.end } }),
    }),
  ),
  written('german-dates', (m) => ddmmyyyy(m, '.'), twentyFour, {
    ...de,
    languages: ['de'],
    family: 'dotted dates',
  }),
  early12(
    written('german-dates-early', (m) => ddmmyyyy(m, '.'), twentyFour, {
      ...de,
      languages: ['de', 'pl'],
      family: 'dotted dates',
      truth: () => ({ start: { is: early.start }, end: { is: early.end } }),
    }),
  ),
  early12(
    written('dotted-in-us-store', (m) => ddmmyyyy(m, '.'), twentyFour, {
      family: 'dotted dates',
      languages: ['de'],
      truth: () => ({ start: { is: early.start }, end: { is: early.end } }),
    }),
  ),
  written('french-times', ddmmyyyy, french, {
    store: 'FR',
    url: url('fr'),
    languages: ['fr'],
    family: 'written clocks',
  }),
  written('spanish-times', ddmmyyyy, spanish, {
    store: 'MX',
    url: url('com.mx'),
    languages: ['es'],
    family: 'written clocks',
  }),
  written('japanese-dates', (m) => yyyymmdd(m, '/'), twentyFour, {
    store: 'JP',
    url: url('co.jp'),
    languages: ['ja'],
  }),
  written('turkish-dates', (m) => ddmmyyyy(m, '.'), twentyFour, {
    store: 'TR',
    url: url('com.tr'),
    languages: ['tr'],
    family: 'dotted dates',
  }),
  threeLists,
  twoLists,
  dateInLists,
  transparent,
  together,
  fromTo,
  leftOver,
];
