import type { ComponentChildren } from 'preact';
import { type Ticks as Ticked, type TickId, tickIds } from '../../domain/ticks';
import { say } from '../../platform/i18n';

const done = {
  'order-limit': 'tick_order_limit',
  'nothing-else': 'tick_nothing_else',
  tried: 'tick_tried',
} as const satisfies Record<TickId, string>;

const toDo = {
  'order-limit': 'todo_order_limit',
  'nothing-else': 'todo_nothing_else',
  tried: 'todo_tried',
} as const satisfies Record<TickId, string>;

interface Props {
  readonly ticked: Ticked;
  /** Those that a line of the checklist stands for. */
  readonly without?: readonly TickId[];
  readonly children?: ComponentChildren;
}

/** What only the seller can see to before the first code goes out; ticked in the workspace, with its date. */
export function Ticks({ ticked, without = [], children }: Props) {
  const shown = tickIds.filter((id) => !without.includes(id));
  return (
    <ul>
      {children}
      {shown.map((id) => {
        const at = ticked[id];
        return (
          <li key={id} data-tick={id} data-done={at !== undefined}>
            <span class="sign" aria-hidden="true" />
            <div class="line">
              {say(at === undefined ? toDo[id] : done[id])}
              {at !== undefined && <p class="values">{say('tickedOn', dateOf(at))}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** A day as the browser's language writes it. */
export function dateOf(at: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(at));
}
