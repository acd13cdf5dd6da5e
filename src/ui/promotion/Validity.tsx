import { marketplace } from '../../domain/marketplaces';
import { type Promotion, validity } from '../../domain/promotion';
import { showDuration, showInstant } from '../../domain/time';

const soon = 3 * 24 * 60 * 60_000;

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
      {tone === 'unknown' && href ? <a href={href}>{text}: add it</a> : text}
      {more && <span class="cc-validity-more"> {more}</span>}
    </p>
  );
}

/** The words of that line. `tone` is `good`, `soon` for less than three days, `over`, `early` or `unknown`. */
export function validityWords(
  promotion: Promotion,
  now: number,
): { tone: string; text: string; more: string } {
  const zone = promotion.marketplace ? marketplace(promotion.marketplace).timeZone : undefined;
  const more = zone ? '' : '(your time; the store is not known)';
  const show = (iso: string) => showInstant(Date.parse(iso), zone, now);
  const state = validity(promotion, now);
  if (state === 'not-started' && promotion.start) {
    return {
      tone: 'early',
      text: `Codes work from ${show(promotion.start)}`,
      more: `· in ${showDuration(Date.parse(promotion.start) - now)} ${more}`,
    };
  }
  if (promotion.end === null) return { tone: 'unknown', text: 'End date not known', more: '' };
  if (state === 'ended')
    return { tone: 'over', text: `Ended ${show(promotion.end)}: codes no longer work`, more };
  const left = Date.parse(promotion.end) - now;
  if (left < soon)
    return {
      tone: 'soon',
      text: `Codes work only until ${show(promotion.end)}`,
      more: `· ${showDuration(left)} left ${more}`,
    };
  return { tone: 'good', text: `Codes work until ${show(promotion.end)}`, more };
}

/** The end in a few words, for a row: "until Nov 30", "ended", "end not known". */
export function shortValidity(promotion: Promotion, now: number): string {
  const state = validity(promotion, now);
  if (state === 'ended') return 'ended';
  if (state === 'not-started') return 'not started';
  if (promotion.end === null) return 'end not known';
  const zone = promotion.marketplace ? marketplace(promotion.marketplace).timeZone : undefined;
  const day = new Intl.DateTimeFormat(undefined, {
    month: 'short',
    day: 'numeric',
    ...(zone ? { timeZone: zone } : {}),
  }).format(Date.parse(promotion.end));
  return `until ${day}`;
}
