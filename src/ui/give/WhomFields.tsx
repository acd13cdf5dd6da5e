import { useId } from 'preact/hooks';
import type { Whom } from '../../actions/desk/desk-state';
import { isBuyerMessages } from '../../domain/buyer-messages';
import { say } from '../../words/say';
import { TextField } from '../parts/TextField';

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
export function WhomFields({
  whom,
  channels,
  onInput,
  toLabel = say('whomTo'),
  names = [],
  name,
}: WhomFieldsProps) {
  const list = useId();
  return (
    <div class="cc-pair">
      <TextField
        label={toLabel}
        placeholder={say('whomNameOptional')}
        suggestions={names.length > 0 ? `${list}-names` : undefined}
        value={whom.to}
        testId={`${name}-to`}
        onInput={(text) => onInput({ ...whom, to: text })}
      />
      <TextField
        label={say('whomChannel')}
        class="cc-narrow"
        placeholder={say('formOptional')}
        longest={100}
        suggestions={list}
        value={whom.channel}
        testId={`${name}-channel`}
        onInput={(text) => onInput({ ...whom, channel: text })}
      />
      {names.length > 0 && (
        <datalist id={`${list}-names`}>
          {names.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
      {isBuyerMessages(whom.channel) && (
        <p class="cc-fault cc-whole" role="status" data-testid={`${name}-buyer-messages`}>
          {say('whomBuyerMessages')}
        </p>
      )}
      <datalist id={list}>
        {channels.map((channel) => (
          <option key={channel} value={channel} />
        ))}
      </datalist>
    </div>
  );
}
