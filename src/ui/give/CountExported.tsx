import { useState } from 'preact/hooks';
import type { Whom } from '../../actions/desk/desk-state';
import { codes } from '../../words/format';
import { WhomFields } from './WhomFields';

interface OfferProps {
  count: number;
  channels: readonly string[];
  onGiveOut: (whom: Whom) => void;
}

/** After a list was exported: its codes can still be given out from here, until they are marked. */
export function CountExported({ count, channels, onGiveOut }: OfferProps) {
  const [whom, setWhom] = useState<Whom>({ to: '', channel: '' });
  return (
    <form
      class="cc-panel"
      aria-label="Count the exported codes as given out"
      onSubmit={(event) => {
        event.preventDefault();
        onGiveOut(whom);
      }}
    >
      <p>
        <b>{count === 1 ? 'This 1 code is' : `These ${codes(count)} are`} still left in your list.</b> If you
        hand the file on, count them as given out, so that nobody gets one twice.
      </p>
      <WhomFields
        name="exported"
        whom={whom}
        channels={channels}
        onInput={setWhom}
        toLabel="To (person or platform)"
      />
      <button type="submit" class="cc-button" data-testid="give-out-exported">
        Count {count === 1 ? 'this 1 code' : `exactly these ${codes(count)}`} as given out
      </button>
    </form>
  );
}
