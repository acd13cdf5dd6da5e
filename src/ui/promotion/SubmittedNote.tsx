import type { MarketplaceCode } from '../../domain/marketplaces';
import { onTime } from '../../words/format';
import { say } from '../../words/say';
import { Sentence } from '../parts/Sentence';

interface SubmittedNoteProps {
  name: string;
  marketplace: MarketplaceCode | null;
  percentOff: number | null;
  /** When Submit was pressed, ISO. */
  at: string;
  now: number;
}

/** A promotion just submitted: what comes next, until its own page was opened. */
export function SubmittedNote({ name, marketplace, percentOff, at, now }: SubmittedNoteProps) {
  return (
    <section class="cc-next-step" data-testid="submitted">
      <p class="cc-submitted-head">
        <b>{name}</b>
        {percentOff !== null && (
          <span class="cc-tag">{say('submittedPercent', { percent: percentOff })}</span>
        )}
        <span class="cc-tag">{marketplace ?? say('cardStoreNotKnown')}</span>
      </p>
      <p>
        <Sentence
          of={say('submittedNext', { when: onTime(at, now), button: '{button}' })}
          parts={{ button: <b>{say('manageCodes')}</b> }}
        />
      </p>
    </section>
  );
}
