import { lifeOf, soon } from '../../domain/life';
import { timeZoneOf } from '../../domain/marketplaces';
import { endedOnAmazon, type Promotion, validity } from '../../domain/promotion';
import { duration, instant, shortDay } from '../../words/format';
import { say } from '../../words/say';

/** Whether a promotion's codes work, and until when, in the store's time where the store is known. */
export function Validity({
  promotion,
  now,
  href,
}: {
  promotion: Promotion;
  now: number;
  /** Where a date that is not known can be typed. */
  href?: string | undefined;
}) {
  const { tone, text, more } = validityWords(promotion, now);
  return (
    <p class={`cc-validity cc-validity-${tone}`}>
      {tone === 'unknown' && href ? <a href={href}>{say('validUnknownAdd')}</a> : text}
      {more && <span class="cc-validity-more"> {more}</span>}
    </p>
  );
}

/** The words of that line. `tone` is `good`, `soon` for less than three days, `over`, `early` or `unknown`. */
export function validityWords(
  promotion: Promotion,
  now: number,
): { tone: string; text: string; more: string } {
  const zone = timeZoneOf(promotion.marketplace);
  const more = zone ? '' : say('validYourTime');
  const show = (iso: string) => instant(Date.parse(iso), zone, now);
  const state = validity(promotion, now);
  const { phase, worksFrom, worksUntil } = lifeOf(promotion, now);
  if (state === 'not-started' && promotion.start) {
    return {
      tone: 'early',
      text: say('validFrom', { start: show(promotion.start) }),
      more: `· ${say('validIn', { duration: duration(Date.parse(promotion.start) - now) })} ${more}`,
    };
  }
  if (phase === 'end-requested' && worksUntil !== null)
    return { tone: 'over', text: say('validEnding', { end: instant(worksUntil, zone, now) }), more };
  if (endedOnAmazon(promotion)) return { tone: 'over', text: say('validOver'), more: '' };
  if (phase === 'pending' && worksFrom !== null)
    return { tone: 'early', text: say('validPending', { start: instant(worksFrom, zone, now) }), more };
  if (promotion.end === null) return { tone: 'unknown', text: say('validUnknown'), more: '' };
  if (state === 'ended') return { tone: 'over', text: say('validEnded', { end: show(promotion.end) }), more };
  const left = Date.parse(promotion.end) - now;
  if (left < soon)
    return {
      tone: 'soon',
      text: say('validOnlyUntil', { end: show(promotion.end) }),
      more: `· ${say('validLeft', { duration: duration(left) })} ${more}`,
    };
  return { tone: 'good', text: say('validUntil', { end: show(promotion.end) }), more };
}

const mostOfAYear = 300 * 24 * 60 * 60 * 1000;

/** The end in a few words, for a row: "until Nov 30", "ended", "end not known". */
export function shortValidity(promotion: Promotion, now: number): string {
  const state = validity(promotion, now);
  if (state === 'ended') return say('rowEnded');
  if (state === 'not-started') return say('rowNotStarted');
  if (promotion.end === null) return say('rowEndUnknown');
  const zone = timeZoneOf(promotion.marketplace);
  const end = Date.parse(promotion.end);
  // “Until Jan 31” is the next one to everybody.
  return say('rowUntil', { day: shortDay(end, zone, end - now > mostOfAYear ? now : end) });
}
