import { say } from '../../words/say';
import type { Typed } from '../model/money';
import type { OverlayActions, OverlayModel } from '../model/overlay-model';
import { Said } from './parts/Said';
import { bySeller } from './root/gate';

/** What the codes can cost at worst, and the numbers that only the seller knows. */
export function Money({
  model: { money, typed },
  actions,
}: {
  model: OverlayModel;
  actions: OverlayActions;
}) {
  if (money === '') return null;
  function field(name: keyof Typed, label: string, step: string, value: number | null) {
    return (
      <label>
        {label}
        <input
          type="number"
          min="0"
          step={step}
          data-typed={name}
          // The field's own text is the seller's: drawing it again would move the caret.
          defaultValue={value ?? ''}
          // A turn of the wheel is meant for the list, and would change a number that has the focus.
          onWheel={(event) => event.currentTarget.blur()}
          onInput={bySeller(({ currentTarget: { valueAsNumber } }) => {
            if (typed) actions.type({ ...typed, [name]: amountIn(valueAsNumber, step === '1') });
          })}
        />
      </label>
    );
  }
  return (
    <div class="aside money">
      <p data-money>{money}</p>
      {typed && <Said text={Object.values(typed).every((each) => each === null) ? '' : money} />}
      {typed && (
        <div class="entry">
          {field('price', say('priceOfOne'), 'any', typed.price)}
          {field('codes', say('codesToMake'), '1', typed.codes)}
          {field('stock', say('sellableStock'), '1', typed.stock)}
        </div>
      )}
    </div>
  );
}

/** What was typed, as a draft may keep it: codes and units are whole. Null where it is no such number. */
function amountIn(typed: number, isWhole: boolean): number | null {
  const value = isWhole ? Math.floor(typed) : typed;
  return value >= 0 && value <= 1e7 ? value : null;
}
