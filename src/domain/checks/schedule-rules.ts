import type { FormReadings, LocalDateTime, Reading } from '../reading';
import { instantOf } from '../time';
import { type CheckContext, type Rule, unread, type Verdict } from './check';
import { rulesOf } from './rule-book';

const hour = 3_600_000;
const day = 24 * hour;

/** The rules that hold for this form. */
function held({ kind, marketplace }: CheckContext) {
  return rulesOf(kind, marketplace?.code ?? null);
}

/** A date without a readable time counts from the start of that day: the earlier, so the stricter, reading. */
function instant(reading: Reading<LocalDateTime>, { marketplace }: CheckContext): number | null {
  if (reading.kind !== 'read' || !marketplace) return null;
  return instantOf({ ...reading.value, time: reading.value.time ?? '00:00' }, marketplace.timeZone);
}

function shown(at: number, { marketplace, say, show }: CheckContext): string {
  const theirs = show.instant(at, marketplace?.timeZone);
  const yours = show.instant(at);
  return theirs === yours ? theirs : say('timeForYou', theirs, yours);
}

function undated(
  reading: Reading<LocalDateTime>,
  should: 'startAhead' | 'anEnd',
  context: CheckContext,
): Verdict | null {
  const { marketplace, say } = context;
  if (reading.kind !== 'read') return unread(reading, say);
  const { date, either, text } = reading.value;
  if (either) return eitherOf(reading.value, context);
  if (text === '' || (date === null && !/\p{Nd}/u.test(text))) {
    return { state: 'fail', have: say('notSet'), should: say(should), unset: true };
  }
  if (date === null) {
    return {
      state: 'unreadable',
      have: say('quoted', text),
      reason: 'ambiguous',
      note: say('noDate'),
    };
  }
  if (!marketplace) {
    return {
      state: 'unreadable',
      have: text,
      reason: 'not-found',
      note: say('noClock'),
    };
  }
  return null;
}

/** Two days that a date may be: the seller sees both and looks which is meant. */
function eitherOf({ either, time, text }: LocalDateTime, context: CheckContext): Verdict {
  const { marketplace, say, show } = context;
  const days = (either ?? []).map((date) => {
    const at = marketplace && instantOf({ date, time: time ?? '00:00', text }, marketplace.timeZone);
    return at === null ? date : show.instant(at, marketplace?.timeZone);
  });
  const [one = '', other = ''] = days;
  return { state: 'confirm', have: say('eitherDay', one, other), note: say('eitherNote', text) };
}

export const startDate: Rule = {
  id: 'start-date',
  setting: 'start',
  severity: () => 'warning',
  judge(readings, context) {
    const { say, show } = context;
    const missing = undated(readings.start, 'startAhead', context);
    if (missing) return missing;
    const start = instant(readings.start, context) ?? 0;
    const end = instant(readings.end, context);
    const have = shown(start, context);
    const { leadHours, graceHours } = held(context);
    const earliest = context.now + leadHours * hour;
    const should = say('notBefore', show.instant(earliest, context.marketplace?.timeZone));
    if (start < context.now) return { state: 'fail', have, should, note: say('past') };
    if (end !== null && start >= end) return { state: 'fail', have, should: say('beforeEnd') };
    if (start < earliest - graceHours * hour)
      return {
        state: 'fail',
        have,
        should,
        note: say('leadTime'),
      };
    return {
      state: 'pass',
      have,
      note: say('worksFrom', show.duration(start - context.now)),
    };
  },
};

export const endDate: Rule = {
  id: 'end-date',
  setting: 'end',
  severity: () => 'warning',
  judge(readings, context) {
    const { say, show } = context;
    const missing = undated(readings.end, 'anEnd', context);
    if (missing) return missing;
    const end = instant(readings.end, context) ?? 0;
    const start = instant(readings.start, context);
    const midnight = readings.end.kind === 'read' && (readings.end.value.time ?? '00:00') === '00:00';
    const last = say('lastMinute', shown(end - 60_000, context));
    const note = midnight ? say('midnight', last) : last;
    const have = shown(end, context);
    if (end <= context.now) return { state: 'fail', have, should: say('toCome'), note };
    if (start === null)
      return {
        state: 'unreadable',
        have,
        reason: 'not-found',
        note: say('noStart', note),
      };
    if (end <= start) return { state: 'fail', have, should: say('afterStart'), note };
    const longest = context.limits.maxRunDays * day;
    // A day of 25 hours in the run is no longer run.
    if (end - start > longest + hour)
      return {
        state: 'fail',
        have,
        should: say('longest', context.limits.maxRunDays),
        note,
      };
    if (end - start < held(context).shortestDays * day - hour)
      return { state: 'fail', have, should: say('shortest'), note };
    return { state: 'pass', have: say('inAll', have, show.duration(end - start)), note };
  },
};

export const trackingId: Rule = {
  id: 'tracking-id',
  setting: 'trackingId',
  severity: () => 'warning',
  judge(readings: FormReadings, context) {
    const { say } = context;
    const reading = readings.trackingId;
    if (reading.kind !== 'read') return unread(reading, say);
    const text = reading.value.trim();
    const note = say('example', suggestTrackingId(context));
    if (text === '') return { state: 'fail', have: say('notSet'), should: say('ownName'), unset: true, note };
    if (text.includes(','))
      return {
        state: 'fail',
        have: text,
        should: say('noComma'),
        note: say('commaRisk'),
      };
    if (!/^[\x20-\x7e]+$/.test(text))
      return {
        state: 'fail',
        have: text,
        should: say('plainLetters'),
        note: say('garbled'),
      };
    if (context.trackingIdTaken) {
      return {
        state: 'fail',
        have: text,
        should: say('unique'),
        note: say('twin', note),
      };
    }
    return { state: 'pass', have: text };
  },
};

/** A Tracking ID worth copying: store, year and month, and the time of day to make it unique. */
export function suggestTrackingId({
  marketplace,
  openedAt,
}: Pick<CheckContext, 'marketplace' | 'openedAt'>): string {
  const stamp = new Date(openedAt).toISOString();
  return `CC-${marketplace?.code ?? 'XX'}-${stamp.slice(0, 10)}-${stamp.slice(11, 16).replace(':', '')}`;
}

export const internalDescription: Rule = {
  id: 'internal-description',
  setting: 'internalDescription',
  severity: () => 'warning',
  judge({ internalDescription: reading }, { say }) {
    if (reading.kind !== 'read') return unread(reading, say);
    const text = reading.value.trim();
    return text === ''
      ? { state: 'fail', have: say('notSet'), should: say('knowBy'), unset: true }
      : { state: 'pass', have: text };
  },
};
