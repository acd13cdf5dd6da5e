import { useState } from 'preact/hooks';
import { AskBox } from '../../../ui/parts/AskBox';
import { say } from '../../../words/say';
import { giveUp } from '../../pages/start-team';
import type { TeamHere } from '../../pages/team-here';

/** The way out of what was begun: asks, since the keys made for it are gone then. */
export function GiveUp({ here, why }: { here: TeamHere; why: string }) {
  const [asks, setAsks] = useState(false);
  if (!asks)
    return (
      <button
        type="button"
        class="cc-button cc-quiet"
        data-testid="team-give-up"
        onClick={() => setAsks(true)}
      >
        {say('teamGiveUp')}
      </button>
    );
  return (
    <AskBox legend={say('teamGiveUpAsk')} testId="team-give-up-ask" onCancel={() => setAsks(false)}>
      <p>{why}</p>
      <div class="cc-row">
        <button
          type="button"
          class="cc-button"
          data-testid="team-give-up-yes"
          onClick={() => void giveUp(here)}
        >
          {say('teamGiveUp')}
        </button>
        <button type="button" class="cc-button" onClick={() => setAsks(false)}>
          {say('teamKeepGoing')}
        </button>
      </div>
    </AskBox>
  );
}
