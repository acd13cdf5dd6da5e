import type { FormReadings, LocalDateTime, Reading } from '../reading';
import { instantOf, showDuration, showInstant } from '../time';
import { type CheckContext, type Rule, unread, type Verdict } from './check';

const hour = 3_600_000;
const day = 24 * hour;
/** Amazon starts a promotion no earlier than about four hours after it was made (sellers' guides). */
const leadTime = 4 * hour;
const grace = hour / 4;
const shortestRun = 3 * day;

/** A date without a readable time counts from the start of that day: the earlier, so the stricter, reading. */
function instant(reading: Reading<LocalDateTime>, { marketplace }: CheckContext): number | null {
  if (reading.kind !== 'read' || !marketplace) return null;
  return instantOf({ ...reading.value, time: reading.value.time ?? '00:00' }, marketplace.timeZone);
}

function shown(at: number, { marketplace }: CheckContext): string {
  const theirs = showInstant(at, marketplace?.timeZone);
  const yours = showInstant(at);
  return theirs === yours ? theirs : `${theirs} (${yours} for you)`;
}

function undated(
  reading: Reading<LocalDateTime>,
  what: string,
  { marketplace }: CheckContext,
): Verdict | null {
  if (reading.kind !== 'read') return unread(reading);
  if (reading.value.text === '' || (reading.value.date === null && !/\d/.test(reading.value.text))) {
    return { state: 'fail', have: 'Not set yet', should: `A ${what}`, unset: true };
  }
  if (reading.value.date === null) {
    return {
      state: 'unreadable',
      have: `“${reading.value.text}”`,
      reason: 'ambiguous',
      note: 'This is not a date as this store writes it.',
    };
  }
  if (!marketplace) {
    return {
      state: 'unreadable',
      have: reading.value.text,
      reason: 'not-found',
      note: 'Can’t tell which store this page shows, so its clock is not known.',
    };
  }
  return null;
}

export const startDate: Rule = {
  id: 'start-date',
  label: 'Start Date',
  why: 'Codes don’t work before it, and it is fixed once the promotion has started.',
  reading: (readings) => readings.start,
  severity: () => 'warning',
  judge(readings, context) {
    const missing = undated(readings.start, 'start at least 4 hours ahead', context);
    if (missing) return missing;
    const start = instant(readings.start, context) ?? 0;
    const end = instant(readings.end, context);
    const have = shown(start, context);
    const earliest = context.openedAt + leadTime;
    const should = `Not before ${shown(earliest, context)}`;
    if (start < context.now) return { state: 'fail', have, should, note: 'This is in the past.' };
    if (end !== null && start >= end) return { state: 'fail', have, should: 'Before the end date' };
    if (start < earliest - grace)
      return {
        state: 'fail',
        have,
        should,
        note: 'Amazon wants about 4 hours between Submit and the start.',
      };
    return {
      state: 'pass',
      have,
      note: `Codes work from then, ${showDuration(start - context.now)} from now.`,
    };
  },
};

export const endDate: Rule = {
  id: 'end-date',
  label: 'End Date',
  why: 'Codes keep working until then, also after your give-away is over.',
  reading: (readings) => readings.end,
  severity: () => 'warning',
  judge(readings, context) {
    const missing = undated(readings.end, 'end date', context);
    if (missing) return missing;
    const end = instant(readings.end, context) ?? 0;
    const start = instant(readings.start, context);
    const midnight = readings.end.kind === 'read' && (readings.end.value.time ?? '00:00') === '00:00';
    const last = `Last minute that codes work: ${shown(end - 60_000, context)}.`;
    const note = midnight ? `12:00 AM is the start of that day: codes don’t work on it. ${last}` : last;
    const have = shown(end, context);
    if (end <= context.now) return { state: 'fail', have, should: 'A date to come', note };
    if (start === null)
      return {
        state: 'unreadable',
        have,
        reason: 'not-found',
        note: `Without the start date the length of the run is not known. ${note}`,
      };
    if (end <= start) return { state: 'fail', have, should: 'After the start date', note };
    const longest = context.limits.maxRunDays * day;
    // A day of 25 hours in the run is no longer run.
    if (end - start > longest + hour)
      return {
        state: 'fail',
        have,
        should: `At most ${context.limits.maxRunDays} days after the start`,
        note,
      };
    if (end - start < shortestRun - hour)
      return { state: 'fail', have, should: 'At least 3 days after the start', note };
    return { state: 'pass', have: `${have}, ${showDuration(end - start)} in all`, note };
  },
};

export const trackingId: Rule = {
  id: 'tracking-id',
  label: 'Tracking ID',
  why: 'Amazon’s order reports carry this text and nothing else of the promotion: it is how used codes get counted.',
  reading: (readings) => readings.trackingId,
  severity: () => 'warning',
  judge(readings: FormReadings, context) {
    const reading = readings.trackingId;
    if (reading.kind !== 'read') return unread(reading);
    const text = reading.value.trim();
    const note = `For example: ${suggestTrackingId(context)}`;
    if (text === '')
      return { state: 'fail', have: 'Not set yet', should: 'A name of your own', unset: true, note };
    if (text.includes(','))
      return {
        state: 'fail',
        have: text,
        should: 'Without a comma',
        note: 'Reports put commas between Tracking IDs, so one with a comma falls apart there.',
      };
    if (!/^[\x20-\x7e]+$/.test(text))
      return {
        state: 'fail',
        have: text,
        should: 'Plain letters and digits',
        note: 'Reports garble accents and other scripts.',
      };
    if (context.trackingIdUsedBy !== null) {
      return {
        state: 'fail',
        have: text,
        should: 'One that no other promotion has',
        note: `“${context.trackingIdUsedBy}” has it already; their orders could not be told apart. ${note}`,
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
  label: 'Internal Description',
  why: 'Only you see it: the name by which you find the promotion again.',
  reading: (readings) => readings.internalDescription,
  severity: () => 'warning',
  judge({ internalDescription: reading }) {
    if (reading.kind !== 'read') return unread(reading);
    const text = reading.value.trim();
    return text === ''
      ? { state: 'fail', have: 'Not set yet', should: 'A name you’ll know it by', unset: true }
      : { state: 'pass', have: text };
  },
};
