import type { Counts } from '../../domain/promotion';
import { number } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { Sentence } from '../parts/Sentence';

type BareCount =
  | 'countLeft'
  | 'countGiven'
  | 'countUsed'
  | 'countInAll'
  | 'countCanceled'
  | 'countKeptBack'
  | 'countMoved';

/** A count that stands alone, its number in bold. */
export function counted(key: BareCount, count: number) {
  return (
    <Sentence of={sayCount(key, count, { count: '{count}' })} parts={{ count: <b>{number(count)}</b> }} />
  );
}

/** How many codes there are in all. */
export function TotalCount({ counts }: { counts: Counts }) {
  return (
    <span class={counts.total === 0 ? 'cc-unseen' : ''} data-count="total" data-value={counts.total}>
      {say('countOf', { total: counts.total })}
    </span>
  );
}

interface CountsLineProps {
  counts: Counts;
  /** The total stands elsewhere. */
  withoutTotal?: boolean;
}

/** The numbers of a promotion beside its biggest one, the codes left. */
export function CountsLine({ counts, withoutTotal = false }: CountsLineProps) {
  return (
    <ul class="cc-counts">
      {!withoutTotal && (
        <li data-count="total" data-value={counts.total}>
          {counted('countInAll', counts.total)}
        </li>
      )}
      <li data-count="issued" data-value={counts.issued}>
        {counted('countGiven', counts.issued)}
      </li>
      <li
        data-count="redeemed"
        data-value={counts.redeemed}
        data-known={String(counts.redeemedKnown)}
        data-provisional={counts.provisional}
        class={counts.redeemedKnown ? '' : 'cc-unknown'}
      >
        {counts.redeemedKnown ? counted('countUsed', counts.redeemed) : say('countUnused')}
      </li>
      <RareCounts counts={counts} />
    </ul>
  );
}

function RareCounts({ counts }: { counts: Counts }) {
  return (
    <>
      <Rare name="void" value={counts.void} words="countCanceled" />
      <Rare name="held" value={counts.held} words="countKeptBack" />
      <Rare name="moved" value={counts.moved} words="countMoved" />
    </>
  );
}

/** A number that is nearly always 0: then it is there for screen readers only. */
function Rare({ name, value, words }: { name: string; value: number; words: BareCount }) {
  return (
    <li data-count={name} data-value={value} class={value === 0 ? 'cc-unseen' : ''}>
      {counted(words, value)}
    </li>
  );
}

/** A promotion's codes as one bar: left, given out, used in orders. */
export function CountsBar({ counts }: { counts: Counts }) {
  // More uses than codes out are told elsewhere; a bar can't hold more than there is.
  const used = counts.redeemedKnown ? Math.min(counts.redeemed, counts.issued) : 0;
  const parts = [
    { name: 'left', value: counts.available },
    { name: 'given', value: counts.issued - used },
    { name: 'used', value: used },
    { name: 'gone', value: counts.void + counts.held + counts.moved },
  ].filter((part) => part.value > 0);
  const told = { left: counts.available, count: counts.issued, total: counts.total };
  const label = counts.redeemedKnown
    ? say('countBar', { ...told, used: counts.redeemed })
    : say('countBarUnknown', told);
  return (
    <div class="cc-bar" role="img" aria-label={label}>
      {parts.map((part) => (
        <span key={part.name} class={`cc-bar-${part.name}`} style={{ flexGrow: String(part.value) }} />
      ))}
    </div>
  );
}
