import type { Counts } from '../../domain/promotion';
import { number } from '../../words/format';

/** "Used in orders", which nobody can know before something was counted. */
export function usedText(counts: Counts): string {
  return counts.redeemedKnown
    ? `${number(counts.redeemed)} used in orders`
    : 'used in orders: not counted yet';
}

/** How many codes there are in all. */
export function TotalCount({ counts }: { counts: Counts }) {
  return (
    <span class={counts.total === 0 ? 'cc-unseen' : ''} data-count="total" data-value={counts.total}>
      of {number(counts.total)}
    </span>
  );
}

/** The way of a promotion's codes, from Amazon to the orders; biggest what is left of them. */
export function CountsWay({ counts }: { counts: Counts }) {
  const { total, issued, redeemed, redeemedKnown, available } = counts;
  return (
    <ol class="cc-way" aria-label="The way of the codes">
      <li data-count="total" data-value={total}>
        <b>{number(total)}</b> generated
      </li>
      <li data-count="issued" data-value={issued}>
        <b>{number(issued)}</b> given out
      </li>
      <li
        data-count="redeemed"
        data-value={redeemed}
        data-known={String(redeemedKnown)}
        class={redeemedKnown ? '' : 'cc-unknown'}
      >
        <b>{redeemedKnown ? number(redeemed) : '?'}</b>{' '}
        {redeemedKnown ? 'used in orders' : 'used: not counted yet'}
      </li>
      <li class="cc-way-left" data-count="available" data-value={available}>
        <b>{number(available)}</b> left
      </li>
    </ol>
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
          <b>{number(counts.total)}</b> in all
        </li>
      )}
      <li data-count="issued" data-value={counts.issued}>
        <b>{number(counts.issued)}</b> given out
      </li>
      <li
        data-count="redeemed"
        data-value={counts.redeemed}
        data-known={String(counts.redeemedKnown)}
        class={counts.redeemedKnown ? '' : 'cc-unknown'}
      >
        {counts.redeemedKnown ? (
          <>
            <b>{number(counts.redeemed)}</b> used in orders
          </>
        ) : (
          'used: not counted yet'
        )}
      </li>
      <RareCounts counts={counts} />
    </ul>
  );
}

/** The codes that left the way. */
export function RareLine({ counts }: { counts: Counts }) {
  return (
    <ul class={counts.void + counts.held + counts.moved === 0 ? 'cc-unseen' : 'cc-counts'}>
      <RareCounts counts={counts} />
    </ul>
  );
}

function RareCounts({ counts }: { counts: Counts }) {
  return (
    <>
      <Rare name="void" value={counts.void} word="cancelled" />
      <Rare name="held" value={counts.held} word="kept back" />
      <Rare name="moved" value={counts.moved} word="moved elsewhere" />
    </>
  );
}

/** A number that is nearly always 0: then it is there for screen readers only. */
function Rare({ name, value, word }: { name: string; value: number; word: string }) {
  return (
    <li data-count={name} data-value={value} class={value === 0 ? 'cc-unseen' : ''}>
      <b>{number(value)}</b> {word}
    </li>
  );
}

/** A promotion's codes as one bar: left, given out, used in orders. */
export function CountsBar({ counts }: { counts: Counts }) {
  const used = counts.redeemedKnown ? counts.redeemed : 0;
  const parts = [
    { name: 'left', value: counts.available },
    { name: 'given', value: counts.issued - used },
    { name: 'used', value: used },
    { name: 'gone', value: counts.void + counts.held + counts.moved },
  ].filter((part) => part.value > 0);
  const told = `${number(counts.available)} left, ${number(counts.issued)} given out, ${usedText(counts)}, of ${number(counts.total)}`;
  return (
    <div class="cc-bar" role="img" aria-label={told}>
      {parts.map((part) => (
        <span key={part.name} class={`cc-bar-${part.name}`} style={{ flexGrow: String(part.value) }} />
      ))}
    </div>
  );
}
