import { useEffect } from 'preact/hooks';
import { Told } from '../../../ui/parts/Told';
import { say } from '../../../words/say';
import type { TeamHere } from '../../pages/team-here';
import { tryKey, untriedKey } from '../../recovery/make-key';
import type { Ownership } from '../../seat/seat';
import { useWork } from '../parts/use-work';

interface EngineKnowsProps {
  here: TeamHere;
  owner: Ownership;
  /** What the last try in this page came to; undefined for none. */
  works: boolean | null | undefined;
  onTried: (works: boolean | null) => void;
}

/** Whether the engine knows the recovery key: until it does, it is asked whenever somebody comes back to the page. */
export function EngineKnows({ here, owner, works, onTried }: EngineKnowsProps) {
  const untried = untriedKey(owner, Date.now())?.token;
  const { busy, told, run } = useWork();
  const ask = () =>
    void run(async () => {
      onTried(await tryKey(here));
      return null;
    });
  useEffect(() => {
    if (untried !== undefined && works === undefined) ask();
  }, []);
  useEffect(() => {
    if (untried === undefined || busy) return;
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, [untried, busy]);
  return (
    <>
      <p class="cc-hint cc-told" role="status" data-testid="team-recovery-works">
        {works === true && say('teamRecoveryWorks')}
      </p>
      {untried !== undefined && works !== true && works !== undefined && (
        <div class="cc-notice cc-notice-warning" data-testid="team-recovery-reload">
          <p>{untriedWords(works, Boolean(owner.hosted))}</p>
          {owner.hosted && works === false && <pre class="team-command">{owner.engine.recoveryKey}</pre>}
          <button
            type="button"
            class="cc-button cc-small"
            data-testid="team-recovery-again"
            disabled={busy}
            onClick={ask}
          >
            {busy ? say('teamTicketBusy') : say('teamAgain')}
          </button>
        </div>
      )}
      <Told told={told} testId="team-recovery-again-told" />
    </>
  );
}

function untriedWords(works: boolean | null, hosted: boolean): string {
  if (works === null) return say('teamRecoveryUntried');
  return hosted ? say('teamRecoveryReloadHosted') : say('teamRecoveryReload');
}
