import { say } from '../../words/say';
import { DriftList } from './DriftList';
import { TaughtList } from './TaughtList';

/** What was learned of Amazon's pages on this computer, and how they read last. */
export function PageReading() {
  return (
    <div class="panel settings-wide">
      <p class="cc-hint">{say('settingsReadingHint')}</p>
      <TaughtList />
      <DriftList />
    </div>
  );
}
