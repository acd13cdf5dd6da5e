import { useEffect } from 'preact/hooks';
import { day } from '../../../words/format';
import { say } from '../../../words/say';
import type { RecoveryKey } from '../../recovery/make-key';
import { OnPaper } from './OnPaper';

/** The recovery key on paper, alone, with how it is used. It is on the page only while the browser prints it. */
export function PrintedKey({ paper, onPrinted }: { paper: RecoveryKey; onPrinted: () => void }) {
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, []);
  return (
    <div class="team-printed" data-testid="team-recovery-printed">
      <h1>{say('teamRecoveryTitle', { day: day(new Date().toISOString()) })}</h1>
      <p>{say('teamRecoveryHow')}</p>
      <OnPaper paper={paper} testId="team-recovery-paper" />
    </div>
  );
}
