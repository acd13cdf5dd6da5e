import { timeZoneOf } from '../domain/marketplaces';
import { type Counts, type Promotion, stillOut, stillUsable, validity } from '../domain/promotion';
import { instant, isToday, shortDay, shortTime } from './format';
import { say, sayCount } from './say';

/** Since when nothing is given out, how many codes still work and until when, in the store's time and the seller's. */
export function overWords(promotion: Promotion, counts: Counts, now: number): string {
  if (validity(promotion, now) === 'ended') return say('overEnded');
  const out = stillOut(counts);
  const when = stoppedWords(promotion, now);
  const told = { when, end: endWords(promotion, now) };
  const given = counts.void > 0 ? goneWords(counts, out, told) : givenWords(counts, out, told);
  return [out === 0 ? say('overNone', { when }) : given, hereWords(counts)].filter(Boolean).join(' ');
}

/** The same with what alone would stop them, where anything works at all. */
export function overAll(promotion: Promotion, counts: Counts, now: number): string {
  const works = overWords(promotion, counts, now);
  const isOver = validity(promotion, now) === 'ended' || stillUsable(counts) === 0;
  return isOver ? works : say('needsOver', { works });
}

type WhenAndEnd = { readonly when: string; readonly end: string };

function givenWords({ redeemedKnown }: Counts, out: number, told: WhenAndEnd): string {
  return sayCount(redeemedKnown ? 'overGiven' : 'overGivenMaybe', out, told);
}

function goneWords({ redeemedKnown }: Counts, out: number, told: WhenAndEnd): string {
  return sayCount(redeemedKnown ? 'overGone' : 'overGoneMaybe', out, told);
}

/** "on Nov 30", or "at 2:02 PM" today. */
function stoppedWords({ givingEnded }: Promotion, now: number): string {
  const at = givingEnded ?? '';
  if (Number.isNaN(Date.parse(at))) return say('whenDay', { date: shortTime(at, now) });
  return isToday(at, now)
    ? say('whenToday', { time: shortTime(at, now) })
    : say('whenDay', { date: shortDay(Date.parse(at), undefined, now) });
}

function hereWords({ available: left, held }: Counts): string {
  if (left > 0 && held > 0) return say('overLeftHeld', { left, held });
  if (left > 0) return sayCount('overLeft', left);
  return held > 0 ? sayCount('overHeld', held) : '';
}

/** The same in a few words, for a row: "Give-away over, up to 12 still work". */
export function shortOver(counts: Counts): string {
  const out = stillOut(counts);
  return sayCount(counts.redeemedKnown || out === 0 ? 'overShort' : 'overShortMost', out);
}

function endWords({ end, marketplace: store }: Promotion, now: number): string {
  if (end === null) return say('overEndUnknown');
  const at = Date.parse(end);
  const here = instant(at, undefined, now);
  if (!store) return say('overEndYours', { time: here });
  const there = instant(at, timeZoneOf(store), now);
  return there === here ? there : say('overEndBoth', { there, here });
}

/** What changed, on the store's clock where the store is known. */
export function newDatesWords({ start, end, marketplace: store, onAmazon }: Promotion, now: number): string {
  const zone = timeZoneOf(store);
  const show = (iso: string) => instant(Date.parse(iso), zone, now);
  const was = onAmazon?.was ?? {};
  const changed = (key: 'newDatesStart' | 'newDatesEnd', isNow: string | null, old: string | undefined) =>
    isNow !== null && old !== undefined ? say(key, { new: show(isNow), old: show(old) }) : '';
  return [changed('newDatesStart', start, was.start), changed('newDatesEnd', end, was.end)]
    .filter(Boolean)
    .join(' ');
}
