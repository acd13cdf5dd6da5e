import { useId } from 'preact/hooks';
import { Field } from './Field';
import type { Whom } from './promotion-model';

interface WhomFieldsProps {
  whom: Whom;
  channels: readonly string[];
  onInput: (whom: Whom) => void;
  toLabel?: string;
  /** Suggestions for "to". */
  names?: readonly string[];
  /** What the fields belong to; begins their test ids. */
  name: string;
}

/** "To" and the channel it goes through, side by side. Both may stay empty. */
export function WhomFields({ whom, channels, onInput, toLabel = 'To', names = [], name }: WhomFieldsProps) {
  const list = useId();
  return (
    <div class="cc-pair">
      <Field label={toLabel}>
        {(control) => (
          <input
            {...control}
            class="cc-input"
            type="text"
            maxLength={200}
            autoComplete="off"
            placeholder="Name, not required"
            list={names.length > 0 ? `${list}-names` : undefined}
            value={whom.to}
            data-testid={`${name}-to`}
            onInput={(event) => onInput({ ...whom, to: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label="Through" class="cc-narrow">
        {(control) => (
          <input
            {...control}
            class="cc-input"
            type="text"
            maxLength={100}
            autoComplete="off"
            list={list}
            placeholder="Channel"
            value={whom.channel}
            data-testid={`${name}-channel`}
            onInput={(event) => onInput({ ...whom, channel: event.currentTarget.value })}
          />
        )}
      </Field>
      {names.length > 0 && (
        <datalist id={`${list}-names`}>
          {names.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      <datalist id={list}>
        {channels.map((channel) => (
          <option key={channel} value={channel} />
        ))}
      </datalist>
    </div>
  );
}
