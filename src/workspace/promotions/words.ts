import type { NeedKind } from '../../actions/needs';
import type { TableRow } from '../../actions/promotions/table-rows';
import { soon } from '../../domain/life';
import { timeZoneOf } from '../../domain/marketplaces';
import type { SortKey, TableFilter } from '../../stored/table-view';
import { duration, shortDay } from '../../words/format';
import { say } from '../../words/say';

/** What each column is called. */
export const columnWords = {
  name: 'tableName',
  store: 'tableStore',
  left: 'tableLeft',
  given: 'tableGiven',
  used: 'tableUsed',
  ends: 'tableEnds',
  state: 'tableState',
} as const satisfies Record<SortKey, string>;

/** What each filter, and each state of a promotion, is called. */
export const filterWords = {
  all: 'tableFilterAll',
  live: 'tableFilterLive',
  attention: 'tableFilterAttention',
  low: 'tableFilterLow',
  early: 'tableFilterEarly',
  stopped: 'tableFilterStopped',
  ended: 'tableFilterEnded',
  archived: 'tableFilterArchived',
} as const satisfies Record<TableFilter, string>;

/** What a promotion wants, in few words, beside its state; empty for nothing. */
export function wantsWords({ needs, counts }: TableRow): string[] {
  return needs.map((kind) => wantWords(kind, counts.available));
}

function wantWords(kind: NeedKind, left: number): string {
  switch (kind) {
    case 'ended-on-amazon':
      return say('tableEndedOnAmazon');
    case 'dates-changed':
      return say('tableNewDates');
    case 'works-though-over':
      return say('tableStillWorks');
    case 'never-confirmed':
      return say('tableUnconfirmed');
    case 'unsafe-on-amazon':
      return say('tableUnsafe');
    case 'leak':
      return say('tableLeak');
    case 'limit-high':
      return say('tableLimit');
    case 'ends-soon':
      return say('tableEndsSoon');
    case 'goes-live':
      return say('tableJustLive');
    case 'limit-back':
      return say('tableLimitBack');
    case 'runs-low':
      return say(left === 0 ? 'tableUsedUp' : 'tableFilterLow');
    case 'never-captured':
      return say('tableNoCodes');
  }
}

/** The last day in the store's time, and how long that is where it is near. */
export function endWords({ promotion }: TableRow, now: number): { day: string; left: string } {
  if (promotion.end === null) return { day: say('tableNotKnown'), left: '' };
  const end = Date.parse(promotion.end);
  const zone = timeZoneOf(promotion.marketplace);
  const near = end > now && end - now < soon;
  return {
    day: shortDay(end, zone, now),
    left: near ? say('validLeft', { duration: duration(end - now) }) : '',
  };
}
