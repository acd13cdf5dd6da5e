import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Reader, startReader } from '../reader';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
}, 60_000);
afterAll(() => reader?.close());

const numbers = (from: number, to: number, chosen: string, more = '') =>
  `<select ${more}>${Array.from({ length: to - from + 1 }, (_, at) => String(from + at).padStart(2, '0'))
    .map((each) => `<option${each === chosen ? ' selected' : ''}>${each}</option>`)
    .join('')}</select>`;
const list = (options: readonly string[], chosen: string, more = '') =>
  `<select ${more}>${options.map((each) => `<option${each === chosen ? ' selected' : ''}>${each}</option>`).join('')}</select>`;
const halves = (chosen: string) => list(['AM', 'PM'], chosen);
const text = (value: string, more = '') => `<input type="text" value="${value}" ${more}>`;

interface Words {
  start?: string;
  end?: string;
  lang?: string;
  store?: string;
}

/** A form of nothing but its schedule and enough around it. */
function form(
  start: string,
  end: string,
  { start: from = 'Start Date', end: to = 'End Date', lang = 'en-US', store = 'United States' }: Words = {},
): string {
  return `<!doctype html><html lang="${lang}"><body><div class="partner-dropdown">Kitchen Goods | ${store}</div><form><h1>Create a promotion: Percentage Off</h1>
<div><b>${from}</b> <span>${start}</span></div><div><b>${to}</b> <span>${end}</span></div>
<div><b>Internal Description</b> <input type="text" value="Garlic"></div><div><b>Tracking ID</b> <input type="text" value="CC-1"></div>
<button>Review</button></form></body></html>`;
}

async function moments(html: string): Promise<unknown[]> {
  const { readings } = await reader.read(html);
  return [readings?.start, readings?.end].map((each) => {
    if (each?.kind !== 'read') return each?.reason;
    const { date, either, time } = each.value;
    return either ? either.join('|') : date && `${date} ${time ?? '-'}`;
  });
}

describe('date and clock of a form', () => {
  const times = ['12:00 AM', '6:00 AM', '12:00 PM', '11:59 PM'];
  it.each<[string, string, string, unknown[]]>([
    [
      'one list of times',
      text('11/30/2026') + list(times, '12:00 AM'),
      text('12/10/2026') + list(times, '11:59 PM'),
      ['2026-11-30 00:00', '2026-12-10 23:59'],
    ],
    [
      'times with a label of their own',
      `${text('11/30/2026')} <label>Start time ${list(times, '6:00 AM')}</label>`,
      `${text('12/10/2026')} <label>End time ${list(times, '11:59 PM')}</label>`,
      ['2026-11-30 06:00', '2026-12-10 23:59'],
    ],
    [
      'times after a word',
      `${text('11/30/2026')} <i>at</i> <b>Time</b> ${list(times, '6:00 AM')}`,
      `${text('12/10/2026')} <b>Time</b> ${list(times, '11:59 PM')}`,
      ['2026-11-30 06:00', '2026-12-10 23:59'],
    ],
    [
      'hour, minute and half in three lists',
      text('11/30/2026') + numbers(1, 12, '12') + numbers(0, 59, '00') + halves('AM'),
      text('12/10/2026') + numbers(1, 12, '11') + numbers(0, 59, '59') + halves('PM'),
      ['2026-11-30 00:00', '2026-12-10 23:59'],
    ],
    [
      'hour and minute of 24 hours in two lists',
      text('11/30/2026') + numbers(0, 23, '06') + numbers(0, 59, '00'),
      text('12/10/2026') + numbers(0, 23, '23') + numbers(0, 59, '59'),
      ['2026-11-30 06:00', '2026-12-10 23:59'],
    ],
    [
      'named lists',
      `${text('11/30/2026')} <label>Hour ${numbers(1, 12, '12')}</label> <label>Minute ${numbers(0, 59, '30')}</label> <label>AM/PM ${halves('AM')}</label>`,
      text('12/10/2026') + list(times, '11:59 PM'),
      ['2026-11-30 00:30', '2026-12-10 23:59'],
    ],
    [
      'a time and its half',
      text('11/30/2026') + list(['12:00', '6:00', '11:59'], '6:00') + halves('PM'),
      text('12/10/2026') + text('11:59') + halves('PM'),
      ['2026-11-30 18:00', '2026-12-10 23:59'],
    ],
    [
      'a half in two radios',
      `${text('11/30/2026')}${text('6:00', 'aria-label="Time"')}<label><input type="radio" name="h" checked>AM</label><label><input type="radio" name="h">PM</label>`,
      text('12/10/2026') + list(times, '11:59 PM'),
      ['2026-11-30 06:00', '2026-12-10 23:59'],
    ],
    [
      'native fields',
      '<input type="date" value="2026-11-30"><input type="time" value="06:00">',
      '<input type="datetime-local" value="2026-12-10T23:59">',
      ['2026-11-30 06:00', '2026-12-10 23:59'],
    ],
    ['no clock', text('11/30/2026'), text('12/10/2026'), ['2026-11-30 -', '2026-12-10 -']],
    [
      'a clock that is not set',
      text('11/30/2026') + list(['Select one', ...times], 'Select one'),
      text('12/10/2026') + text('', 'placeholder="hh:mm" aria-label="Time"'),
      ['2026-11-30 -', '2026-12-10 -'],
    ],
    [
      'noon and midnight',
      text('11/30/2026') + list(['12:00 Midnight', '1:00 AM', '12:00 Noon'], '12:00 Midnight'),
      text('12/10/2026') + list(['12:00 Midnight', '1:00 AM', '12:00 Noon'], '12:00 Noon'),
      ['2026-11-30 00:00', '2026-12-10 12:00'],
    ],
    [
      'the store’s own zone behind the clock',
      `${text('11/30/2026')}${list(times, '6:00 AM')} <i>PST</i>`,
      text('12/10/2026') +
        list(
          times.map((each) => `${each} PST`),
          '11:59 PM PST',
        ),
      ['2026-11-30 06:00', '2026-12-10 23:59'],
    ],
  ])('are read with %s', async (_, start, end, right) => {
    expect(await moments(form(start, end))).toEqual(right);
  });

  const end = text('12/10/2026') + list(['12:00 AM', '11:59 PM'], '11:59 PM');
  it.each<[string, string, unknown]>([
    [
      'a half of the day left over',
      text('11/30/2026') + list(['6:00', '7:00'], '6:00') + list(['a', 'p'], 'p'),
      'ambiguous',
    ],
    [
      'a list that nothing names',
      text('11/30/2026') + list(['12:00 AM', '6:00 AM'], '6:00 AM') + list(['ET', 'PT'], 'ET'),
      'ambiguous',
    ],
    [
      'three lists without a half chosen',
      text('11/30/2026') + numbers(1, 12, '06') + numbers(0, 59, '00') + list(['-', 'AM', 'PM'], '-'),
      'ambiguous',
    ],
    [
      'hours of half a day alone',
      text('11/30/2026') + numbers(1, 12, '06') + numbers(0, 59, '00'),
      'ambiguous',
    ],
    ['a time in words', text('11/30/2026') + list(['12:00 AM', '6:00 AM', 'End of day'], 'End of day'), null],
    [
      'two clocks',
      text('11/30/2026') + list(['12:00 AM'], '12:00 AM') + list(['11:59 PM'], '11:59 PM'),
      'ambiguous',
    ],
    [
      'another zone behind the clock',
      `${text('11/30/2026')}${list(['12:00 AM', '6:00 AM'], '6:00 AM')} <i>UTC</i>`,
      null,
    ],
    [
      'a clock under a name we don’t know',
      `${text('11/30/2026')} <label>Kickoff ${list(['12:00 AM', '6:00 AM'], '6:00 AM')}</label>`,
      'ambiguous',
    ],
    [
      'another time in the same field',
      text('11/30/2026 7:00 AM') + list(['12:00 AM', '6:00 AM'], '6:00 AM'),
      null,
    ],
    [
      'a second date behind its clock',
      text('11/30/2026') +
        list(['12:00 AM'], '12:00 AM') +
        text('11/11/2026') +
        list(['12:00 AM'], '12:00 AM'),
      'ambiguous',
    ],
    [
      'a second date behind a clock of three lists',
      text('11/30/2026') + numbers(1, 12, '12') + numbers(0, 59, '00') + halves('AM') + text('11/11/2026'),
      'ambiguous',
    ],
    ['a day that doesn’t exist', text('02/31/2026') + list(['12:00 AM'], '12:00 AM'), null],
    ['letters behind the date', text('11/30/2026 or later'), null],
  ])('are unread with %s', async (_, start, reason) => {
    expect(await moments(form(start, end))).toEqual([reason, '2026-12-10 23:59']);
  });

  it('keep a clock that stands apart to the side that it names', async () => {
    const apart = form(text('11/30/2026'), text('12/10/2026')).replace(
      '<div><b>Internal',
      `<div><b>Start time</b> ${list(['12:00 AM', '6:00 AM'], '6:00 AM')}</div><div><b>End time</b> ${list(['12:00 AM', '11:59 PM'], '11:59 PM')}</div><div><b>Internal`,
    );
    expect(await moments(apart)).toEqual(['2026-11-30 06:00', '2026-12-10 23:59']);
    const nameless = apart.replace('<b>Start time</b>', '').replace('<b>End time</b>', '');
    expect(await moments(nameless)).toEqual(['ambiguous', 'ambiguous']);
  });
});

describe('the order of a form’s dates', () => {
  const am = list(['12:00 AM', '11:59 PM'], '12:00 AM');
  const day = list(['00:00', '23:59'], '00:00');
  const both = ['2026-12-05 00:00', '2026-12-09 00:00'];
  it.each<[string, Words, string, string, unknown[]]>([
    [
      'US English in the UK store',
      { store: 'United Kingdom' },
      text('12/05/2026') + am,
      text('12/09/2026') + am,
      both,
    ],
    [
      'British English',
      { store: 'United Kingdom', lang: 'en-GB' },
      text('05/12/2026') + day,
      text('09/12/2026') + day,
      both,
    ],
    [
      'a placeholder',
      { store: 'United Kingdom' },
      text('05/12/2026', 'placeholder="DD/MM/YYYY"') + am,
      text('09/12/2026') + am,
      both,
    ],
    ['a label', { start: 'Start Date (dd/mm/yyyy)' }, text('05/12/2026') + am, text('09/12/2026') + am, both],
    [
      'a hint beside it',
      {},
      `${text('05/12/2026')}${am} <small>Format: DD/MM/YYYY</small>`,
      text('09/12/2026') + am,
      both,
    ],
    [
      'the other date',
      {},
      text('05/12/2026') + am,
      text('31/12/2026') + am,
      ['2026-12-05 00:00', '2026-12-31 00:00'],
    ],
    ['English in Germany', { store: 'Germany' }, text('12/05/2026') + am, text('12/09/2026') + am, both],
    ['French', { store: 'France', lang: 'fr' }, text('05/12/2026') + day, text('09/12/2026') + day, both],
    ['German', { store: 'Germany', lang: 'de' }, text('5.12.2026') + day, text('9.12.2026') + day, both],
    ['Japanese', { store: 'Japan', lang: 'ja' }, text('2026/12/05') + day, text('2026/12/09') + day, both],
    [
      'Arabic digits',
      { store: 'Egypt', lang: 'ar-EG' },
      text('٥/١٢/٢٠٢٦') + day,
      text('٩/١٢/٢٠٢٦') + day,
      both,
    ],
  ])('is told by %s', async (_, words, start, end, right) => {
    expect(await moments(form(start, end, words))).toEqual(right);
  });

  it.each<[string, Words, string, string, unknown[]]>([
    [
      'language and clock that differ',
      { store: 'United Kingdom', lang: 'en-GB' },
      text('05/12/2026') + am,
      text('09/12/2026') + am,
      ['2026-05-12|2026-12-05', '2026-09-12|2026-12-09'],
    ],
    [
      'no sign but the store',
      { lang: 'ja', store: 'Japan' },
      text('05/12/2026'),
      text('09/12/2026'),
      ['2026-05-12|2026-12-05', '2026-09-12|2026-12-09'],
    ],
  ])('is left open by %s', async (_, words, start, end, right) => {
    expect(await moments(form(start, end, words))).toEqual(right);
  });

  it.each<[string, string, string]>([
    ['start and end', text('30/11/2026') + am, text('12/25/2026') + am],
    ['a field and its date', text('30/11/2026', 'placeholder="MM/DD/YYYY"') + am, text('05/12/2026') + am],
  ])('is not told where %s contradict each other', async (_, start, end) => {
    expect(await moments(form(start, end))).toEqual([null, null]);
  });

  it('is told by the date that stood in the field first', async () => {
    const typed = form(text('29/11/2026', 'id="startDate"'), text('09/12/2026'), { lang: 'en' }).replace(
      '</body>',
      '<script>document.querySelector("#startDate").value = "05/12/2026"</script></body>',
    );
    expect(await moments(typed)).toEqual(['2026-12-05 -', '2026-12-09 -']);
  });
});
