import type { KeptItem } from '../../actions/backup/kept-item';
import { say } from '../../words/say';

interface KeptListProps {
  items: readonly KeptItem[];
  ticked: ReadonlySet<string>;
  onTick: (ticked: ReadonlySet<string>) => void;
}

/** The settings and lessons of a saved copy, one by one: what would weaken a check is not ticked by itself. */
export function KeptList({ items, ticked, onTick }: KeptListProps) {
  const part = (weakens: boolean) => items.filter((item) => item.weakens === weakens);
  const list = (title: string, hint: string, chosen: readonly KeptItem[]) =>
    chosen.length > 0 && (
      <fieldset class="cc-ticks">
        <legend>{title}</legend>
        <p class="cc-hint">{hint}</p>
        {chosen.map(({ id, text, weakens }) => (
          <label key={id} data-testid="kept-item" data-weakens={weakens}>
            <input
              type="checkbox"
              checked={ticked.has(id)}
              onChange={(event) => {
                const next = new Set(ticked);
                if (event.currentTarget.checked) next.add(id);
                else next.delete(id);
                onTick(next);
              }}
            />{' '}
            {text}
          </label>
        ))}
      </fieldset>
    );
  return (
    <>
      {list(say('keptTitle'), say('keptHint'), part(false))}
      {list(say('keptWeakTitle'), say('keptWeakHint'), part(true))}
    </>
  );
}
