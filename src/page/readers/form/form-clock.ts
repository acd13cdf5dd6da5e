import type { Control } from '../../dom/controls';
import { attr } from '../../dom/dom';
import { isDisabled, isShown } from '../../dom/visibility';
import { namesSetting } from '../../labels/setting-words';
import { knownAnchors } from '../../locate/known-ids';
import { isChecked, optionTexts, selectedText } from '../../locate/locate';
import { wordAfter, wordsBetween } from '../../locate/nearby';
import { valueIn } from '../../locate/not-read';
import { fieldsOf, looksLikeLabel, type Scene } from '../../locate/scene';
import { clockIn, isHalfOfDay, isZone, parseTime } from '../../values/clocks';
import { hasDigit, westernDigits } from '../../values/numbers';
import { labelMatch, plain } from '../../values/text';

export type Side = 'start' | 'end';

/** What the controls beside a date show of the time of day. */
export interface FormClock {
  readonly parts: readonly Control[];
  /** The time in one text; empty where none is set, null where the parts make none. */
  readonly time: string | null;
  /** The time as the page itself writes it: a native time field shows another text than it holds. */
  readonly written: string;
}

type Part = 'time' | 'number' | 'half';

/** How parts of a clock are called. */
const clockWord =
  /^(?:at|um|à|a las|às|alle|om|kl)$|\b(?:time|hours?|minutes?|mins?|hh|mm|am ?\/ ?pm|am or pm|meridiem|uhrzeit|zeit|uhr|stunden?|minuten?|heures?|horas?|minutos?|ora|ore|minuti|tijd|tijdstip|uur|minuut|godzina|minuta|tid|timme|saat|dakika)\b|zeit$|時刻|時間|時|时间|时|分|ساعة|الوقت|دقيقة|समय|घंट|मिनट/u;
const starts =
  /start|begin|\bfrom\b|anfang|début|inicio|início|inizio|rozpocz|başla|開始|开始|बداية|البدء|आरंभ|प्रारंभ/u;
const ends =
  /\bend|\buntil\b|finish|expir|\bfin\b|\bfine\b|fim|final|zakończ|slut|bitiş|終了|结束|نهاية|انتهاء|समाप्ति/u;

/** Whether a control may hold a time of day, or a part of one, by what can be chosen or stands in it. */
function partOf(control: Control): Part | null {
  const { el, role } = control;
  if (role === 'radio') return isHalfOfDay(control.label) ? 'half' : null;
  if (role === 'text') {
    if ((el as HTMLInputElement).type === 'time') return 'time';
    const value = valueIn(control).trim() || plain(attr(el, 'placeholder') ?? '');
    if (parseTime(value) !== null || /^h{1,2}\s?:\s?mm/.test(value)) return 'time';
    if (isHalfOfDay(value)) return 'half';
    return /^\p{Nd}{1,2}$|^(?:hh|mm)$/u.test(value) ? 'number' : null;
  }
  if (role !== 'select') return null;
  const texts = optionTexts(control).filter((text) => hasDigit(text) || isHalfOfDay(text));
  if (texts.length === 0) return null;
  if (texts.every(isHalfOfDay)) return 'half';
  if (texts.filter((text) => clockIn(text) !== null).length * 2 > texts.length) return 'time';
  return texts.every((text) => /^\d{1,2}$/.test(westernDigits(text)) && Number(westernDigits(text)) < 60)
    ? 'number'
    : null;
}

const usable = (control: Control) => isShown(control) && !isDisabled(control);

/** How a control is called: its own label, and what stands between it and the control before. */
function namesOf(scene: Scene, before: Control | undefined, control: Control): readonly string[] {
  const between = before ? wordsBetween(scene, before, control).map(({ text }) => text) : [];
  return [control.label, ...between].filter(looksLikeLabel);
}

function sideOf(names: readonly string[]): Side | null {
  const [isStart, isEnd] = [starts, ends].map((words) => names.some((name) => words.test(name)));
  return isStart === isEnd ? null : isStart ? 'start' : 'end';
}

/**
 * The controls behind a date that hold its time; `unclear` where something unnamed stands there that we
 * can't tell. A list left over might be the half of the day.
 */
function partsBehind(scene: Scene, date: Control, side: Side): readonly Control[] | 'unclear' {
  const fields = fieldsOf(scene);
  const parts: Control[] = [];
  let before = date;
  for (const field of fields.slice(fields.indexOf(date) + 1)) {
    if (field.role === 'checkbox') break;
    if (!usable(field)) continue;
    const part = partOf(field);
    // A clock may be called as the date itself.
    const own = scene.terms[`${side}Date`];
    const names = namesOf(scene, before, field).filter(
      (name) => !isHalfOfDay(name) && !(part && labelMatch(name, own) > 0),
    );
    const called = sideOf(names);
    if (names.some((name) => !clockWord.test(name))) {
      // What has a name of its own is another setting, but a time under a name we don't know may be this one's.
      const isKnown = names.some((name) => namesSetting(scene, name)) || (called && called !== side);
      if (part === 'time' && !isKnown && parts.length === 0) return 'unclear';
      break;
    }
    if (called && called !== side) break;
    if (!part) {
      if (names.length > 0 || !isShortAndNameless(field)) break;
      return 'unclear';
    }
    if (part === 'number' && field.role === 'text' && names.length === 0) return 'unclear';
    parts.push(field);
    before = field;
  }
  return parts;
}

/** A list, or a few letters or digits, without a name: it may belong to what stands before it. */
function isShortAndNameless(field: Control): boolean {
  if (field.role !== 'text') return field.role === 'select';
  const value = valueIn(field).trim();
  return value !== '' && value.length <= 8 && !field.names.some((name) => knownAnchors.includes(name));
}

/** Clocks that stand apart from both dates, by their names. */
function partsApart(scene: Scene, side: Side, dates: readonly Control[]): readonly Control[] {
  const fields = fieldsOf(scene).filter((field) => field.role !== 'checkbox' && usable(field));
  return fields.filter((field, at) => {
    if (dates.includes(field) || partOf(field) === null) return false;
    const names = namesOf(scene, fields[at - 1], field);
    return names.some((name) => clockWord.test(name)) && sideOf(names) === side;
  });
}

/**
 * The time of day that belongs to a date: in the controls behind it, in those of known ids, or in those
 * that are called so. Null where it can't be told.
 */
export function clockOf(
  scene: Scene,
  date: Control,
  side: Side,
  known: readonly string[],
  dates: readonly Control[],
): FormClock | null {
  const behind = partsBehind(scene, date, side);
  if (behind === 'unclear') return null;
  const byId = fieldsOf(scene).filter(
    (each) => each.names.some((name) => known.includes(name)) && usable(each),
  );
  const [one, second] = byId;
  if (second) return null;
  if (one && sideOf([one.label]) !== null && sideOf([one.label]) !== side) return null;
  if (one && behind.length > 0 && !behind.includes(one)) return null;
  const parts = behind.length > 0 ? behind : one ? [one] : partsApart(scene, side, dates);
  return { parts, ...timeIn(scene, parts) };
}

/** Whether a whole clock stands on the form that is neither date's. */
export function isClockLeft(scene: Scene, dates: readonly Control[], taken: readonly Control[]): boolean {
  const fields = fieldsOf(scene);
  return fields.some((field, at) => {
    if (taken.includes(field) || dates.includes(field) || partOf(field) !== 'time' || !usable(field))
      return false;
    const names = namesOf(scene, fields[at - 1], field);
    return names.every((name) => clockWord.test(name));
  });
}

/** What the parts show together: every one of them counts. */
function timeIn(scene: Scene, parts: readonly Control[]): Pick<FormClock, 'time' | 'written'> {
  const radios = parts.filter(({ role }) => role === 'radio');
  const chosen = radios.filter((radio) => isChecked(radio) === true);
  const others = parts.filter(({ role }) => role !== 'radio');
  if (radios.length > 0 && chosen.length !== 1) return { time: null, written: '' };
  const shown = [...others, ...chosen].map((control) => ({
    part: partOf(control),
    text: textOf(scene, control),
  }));
  if (shown.every(({ text }) => text === '')) return { time: '', written: '' };
  if (shown.some(({ text }) => text === '' || text === null)) return { time: null, written: '' };
  const behind = wordAfter(scene, parts.at(-1) as Control)?.text ?? '';
  const zone = isZone(behind) ? behind : '';
  const of = (part: Part) => shown.filter((each) => each.part === part).map(({ text }) => text as string);
  const [times, numbers, halves] = [of('time'), of('number'), of('half')];
  const [half = ''] = halves;
  if (halves.length > 1 || times.length + numbers.length !== shown.length - halves.length)
    return { time: null, written: '' };
  if (times.length === 1 && numbers.length === 0) {
    const time = [times[0], half, zone].filter(Boolean).join(' ');
    const native = others.some(({ el }) => (el as HTMLInputElement).type === 'time');
    return { time, written: native ? '' : time };
  }
  const [hour = '', minute = ''] = numbers.map(westernDigits);
  if (times.length > 0 || numbers.length === 0 || numbers.length > 2) return { time: null, written: '' };
  if (numbers.length === 1 && half === '') return { time: null, written: '' };
  // An hour of a clock that ends at 12 needs its half.
  if (half === '' && !reachesBeyondNoon(others[0] as Control, hour)) return { time: null, written: '' };
  const time = [minute === '' ? hour : `${hour}:${minute.padStart(2, '0')}`, half, zone]
    .filter(Boolean)
    .join(' ');
  return { time, written: time };
}

function reachesBeyondNoon(control: Control, hour: string): boolean {
  const offered = control.role === 'select' ? optionTexts(control) : [];
  return [hour, ...offered].some((text) => Number(westernDigits(text)) > 12);
}

/** What is chosen or stands in a part; empty where nothing does, null where that can't be told. */
function textOf({ terms }: Scene, control: Control): string | null {
  if (control.role === 'radio') return control.label;
  const text = control.role === 'select' ? selectedText(control) : valueIn(control).trim();
  if (text === null || hasDigit(text)) return text;
  return /\p{L}/u.test(text) && !terms.selectOne.has(plain(text)) ? text : '';
}
