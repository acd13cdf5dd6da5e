import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { PromotionWithCounts } from '../../actions/pool';
import { validity } from '../../domain/promotion';
import { say, sayCount } from '../../words/say';
import { Notice } from '../parts/Notice';
import { PromotionCard } from './PromotionCard';
import { PromotionRow } from './PromotionRow';
import { type CardActs, type CardState, nameOf } from './promotion-model';

interface PromotionListProps {
  items: readonly PromotionWithCounts[];
  openId: string | null;
  now: number;
  onOpen: (promotionId: string) => void;
  stateOf: (promotionId: string) => CardState;
  actsOf: (promotionId: string) => CardActs;
  pageHrefOf: (promotionId: string) => string;
  /** The page says elsewhere whose codes are missing. */
  missingTold?: boolean;
  /** Rows shown of each kind, and where all of them are; without it all are shown. */
  most?: { readonly rows: number; readonly allHref: string };
  /** Where card and rows stand; else one after the other. */
  place?: (card: ComponentChildren, rows: ComponentChildren) => ComponentChildren;
}

/**
 * The open promotion as a card, then the others as rows: ending soonest first, ended ones folded below. What was
 * archived is not among them; one that is archived while it is open says so in its place.
 */
export function PromotionList({
  items,
  openId,
  now,
  onOpen,
  stateOf,
  actsOf,
  pageHrefOf,
  missingTold = false,
  most,
  place = inTurn,
}: PromotionListProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const listed = items.filter(({ promotion }) => !promotion.archived);
  const open = listed.find((item) => item.promotion.id === openId);
  const shown = useRef<string | null>(null);
  if (open) shown.current = openId;
  const putAway = items.find(
    ({ promotion: { id, archived } }) => archived && id === openId && id === shown.current,
  );
  const others = inOrder(
    listed.filter((item) => item !== open),
    now,
  );
  const ended = (item: PromotionWithCounts) => validity(item.promotion, now) === 'ended';
  const live = others.filter((item) => !ended(item));
  const over = others.filter(ended);
  const rows = (items: readonly PromotionWithCounts[], label: string) => (
    <>
      <ul class="cc-rows" aria-label={label}>
        {items.slice(0, most?.rows).map((item) => (
          <li key={item.promotion.id}>
            <PromotionRow
              {...item}
              now={now}
              onOpen={() => {
                setChosen(item.promotion.id);
                onOpen(item.promotion.id);
              }}
            />
          </li>
        ))}
      </ul>
      {most && items.length > most.rows && (
        <a class="cc-hint" href={most.allHref}>
          {sayCount('tableMoreInTable', items.length - most.rows)}
        </a>
      )}
    </>
  );
  return place(
    open ? (
      <PromotionCard
        key={open.promotion.id}
        {...open}
        now={now}
        state={stateOf(open.promotion.id)}
        acts={actsOf(open.promotion.id)}
        pageHref={pageHrefOf(open.promotion.id)}
        missingTold={missingTold}
        takesFocus={chosen === open.promotion.id}
      />
    ) : (
      putAway && (
        <Notice
          tone="warning"
          testId="put-away"
          text={say('listPutAway', { promotion: nameOf(putAway.promotion) })}
          action={{ label: say('tableBringBack'), run: actsOf(putAway.promotion.id).bringBack }}
        />
      )
    ),
    others.length > 0 && (
      <>
        {live.length > 0 && rows(live, say('listOthers'))}
        {over.length > 0 && (
          <details class="cc-ended">
            <summary>{sayCount('listEndedCount', over.length)}</summary>
            {rows(over, say('listEnded'))}
          </details>
        )}
      </>
    ),
  );
}

function inTurn(card: ComponentChildren, rows: ComponentChildren) {
  return (
    <>
      {card}
      {rows}
    </>
  );
}

/** Ending soonest first, then those without a known end, then those that ended, latest first. */
export function inOrder(items: readonly PromotionWithCounts[], now: number): PromotionWithCounts[] {
  const ends = ({ promotion }: PromotionWithCounts) =>
    promotion.end === null ? Number.POSITIVE_INFINITY : Date.parse(promotion.end);
  const over = (item: PromotionWithCounts) => validity(item.promotion, now) === 'ended';
  return [...items].sort((a, b) => {
    if (over(a) !== over(b)) return over(a) ? 1 : -1;
    if (ends(a) === ends(b)) return a.promotion.name.localeCompare(b.promotion.name);
    return over(a) ? ends(b) - ends(a) : ends(a) - ends(b);
  });
}
