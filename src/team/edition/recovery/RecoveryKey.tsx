import { useState } from 'preact/hooks';
import { copyText } from '../../../platform/clipboard';
import { AskBox } from '../../../ui/parts/AskBox';
import { Told } from '../../../ui/parts/Told';
import { day } from '../../../words/format';
import { say } from '../../../words/say';
import type { Members } from '../../members/team-state';
import type { TeamHere } from '../../pages/team-here';
import { makeKey, paperIn, type RecoveryKey } from '../../recovery/make-key';
import type { Ownership } from '../../seat/seat';
import { useWork } from '../parts/use-work';
import { EngineKnows } from './EngineKnows';
import { OnPaper } from './OnPaper';
import { PrintedKey } from './PrintedKey';

interface RecoveryKeyProps {
  here: TeamHere;
  owner: Ownership;
  members: Members;
}

/** Where an owner makes the key on paper by which a lost browser is replaced. What is shown is kept nowhere. */
export function RecoveryKeyPanel({ here, owner, members }: RecoveryKeyProps) {
  const [paper, setPaper] = useState<RecoveryKey | null>(null);
  const [works, setWorks] = useState<boolean | null | undefined>();
  const [asks, setAsks] = useState(false);
  const { busy, told, run, tell } = useWork();
  const before = paperIn(members);
  const make = () =>
    run(async () => {
      setAsks(false);
      setWorks(undefined);
      const made = await makeKey(here);
      setPaper(made);
      setWorks(made.works);
      return null;
    });
  return (
    <section class="panel settings-wide" aria-labelledby="team-recovery-title" data-testid="team-recovery">
      <h3 id="team-recovery-title">{say('teamRecovery')}</h3>
      {paper ? (
        <Shown
          paper={paper}
          onDone={() => {
            setPaper(null);
            tell(null);
          }}
        />
      ) : (
        <>
          <p class="team-recovery-what">{say('teamRecoveryWhat')}</p>
          {before && (
            <p data-testid="team-recovery-since">
              {say('teamRecoverySince', { day: day(new Date(before.joined.at).toISOString()) })}
            </p>
          )}
          {!asks && (
            <button
              type="button"
              class={`cc-button ${before ? '' : 'cc-primary'}`}
              data-testid="team-recovery-make"
              disabled={busy}
              onClick={() => (before ? setAsks(true) : void make())}
            >
              {busy ? say('teamRecoveryMaking') : before ? say('teamRecoveryAnew') : say('teamRecoveryMake')}
            </button>
          )}
        </>
      )}
      {before && <EngineKnows here={here} owner={owner} works={works} onTried={setWorks} />}
      {asks && (
        <AskBox
          legend={say('teamRecoveryAnewAsk')}
          testId="team-recovery-ask"
          onCancel={() => setAsks(false)}
        >
          <p>{say('teamRecoveryAnewWhat')}</p>
          <div class="cc-row">
            <button
              type="button"
              class="cc-button"
              data-testid="team-recovery-yes"
              onClick={() => void make()}
            >
              {say('teamRecoveryAnew')}
            </button>
            <button type="button" class="cc-button" onClick={() => setAsks(false)}>
              {say('teamRecoveryAnewNo')}
            </button>
          </div>
        </AskBox>
      )}
      <Told told={told} testId="team-recovery-told" />
    </section>
  );
}

interface ShownProps {
  paper: RecoveryKey;
  onDone: () => void;
}

function Shown({ paper, onDone }: ShownProps) {
  const [prints, setPrints] = useState(false);
  const [copied, setCopied] = useState('');
  const { key, code, engines } = paper;
  const copy = async () => {
    const lines = [key.join('-'), code.join('-'), ...engines];
    setCopied((await copyText(lines.join('\n'))) ? say('teamCopied') : say('teamCopyByHand'));
  };
  return (
    <>
      <p role="status">
        <b>{say('teamRecoveryOnce')}</b>
      </p>
      <OnPaper paper={paper} testId="team-recovery-shown" />
      <div class="cc-row">
        <button
          type="button"
          class="cc-button cc-primary"
          data-testid="team-recovery-print"
          onClick={() => setPrints(true)}
        >
          {say('teamRecoveryPrint')}
        </button>
        <button type="button" class="cc-button" data-testid="team-recovery-copy" onClick={() => void copy()}>
          {say('teamRecoveryCopy')}
        </button>
        <button type="button" class="cc-button" data-testid="team-recovery-done" onClick={onDone}>
          {say('teamRecoveryDone')}
        </button>
        <span class="cc-hint" role="status">
          {copied}
        </span>
      </div>
      {prints && <PrintedKey paper={paper} onPrinted={() => setPrints(false)} />}
    </>
  );
}
