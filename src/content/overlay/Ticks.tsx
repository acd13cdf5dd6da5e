import type { ComponentChildren } from 'preact';
import { type TickId, tickIds } from '../../domain/ticks';
import { say } from '../../words/say';

const toDo = {
  'order-limit': 'todo_order_limit',
  'nothing-else': 'todo_nothing_else',
  tried: 'todo_tried',
} as const satisfies Record<TickId, string>;

interface Props {
  /** Those that a line of the checklist stands for. */
  readonly without?: readonly TickId[];
  readonly children?: ComponentChildren;
}

/** What only the seller can see to before the first code goes out; ticked in the workspace. */
export function Ticks({ without = [], children }: Props) {
  const shown = tickIds.filter((id) => !without.includes(id));
  return (
    <ul>
      {children}
      {shown.map((id) => (
        <li key={id} data-tick={id}>
          <span class="sign" aria-hidden="true" />
          <div class="line">{say(toDo[id])}</div>
        </li>
      ))}
    </ul>
  );
}
