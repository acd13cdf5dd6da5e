import { useState } from 'preact/hooks';
import type { Whom } from '../../actions/desk/desk-state';
import { say, sayCount } from '../../words/say';
import { useGivingStopped } from './giving-stopped';
import { WhomFields } from './WhomFields';

interface OfferProps {
  count: number;
  channels: readonly string[];
  onGiveOut: (whom: Whom) => void;
}

/** After a list was exported: its codes can still be given out from here, until they are marked. */
export function CountExported({ count, channels, onGiveOut }: OfferProps) {
  const [whom, setWhom] = useState<Whom>({ to: '', channel: '' });
  const stopped = useGivingStopped() !== null;
  return (
    <form
      class="cc-panel"
      aria-label={say('exportedCount')}
      onSubmit={(event) => {
        event.preventDefault();
        onGiveOut(whom);
      }}
    >
      <p>
        <b>{sayCount('exportedStillLeft', count)}</b> {say('exportedCountThem')}
      </p>
      <WhomFields
        name="exported"
        whom={whom}
        channels={channels}
        onInput={setWhom}
        toLabel={say('whomToBoth')}
      />
      <button type="submit" class="cc-button" data-testid="give-out-exported" disabled={stopped}>
        {sayCount('exportedCountButton', count)}
      </button>
    </form>
  );
}
