import { useState } from 'preact/hooks';
import { isLocked, type Loading, loadCopy, planLoading } from '../../actions/backup/backup';
import type { Pool } from '../../actions/pool';
import { Told } from '../../ui/parts/Told';
import { heldByCopyWords } from '../../ui/promotion/HeldByCopy';
import { listed, shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { FilePick } from '../parts/FilePick';
import { SecretField } from '../parts/SecretField';
import { type TaskOutcome, useTask } from '../parts/use-task';
import { KeptList } from './KeptList';
import { useGivenFile } from './use-given-file';

interface LoadCopyProps {
  pool: Pool;
  /** A file that was dropped somewhere else. */
  given: File | null;
  onTaken: () => void;
}

/** Loads a saved file: first shows what it holds, then adds what is missing here. */
export function LoadCopy({ pool, given, onTaken }: LoadCopyProps) {
  const [file, setFile] = useState<File | null>(null);
  const [locked, setLocked] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [plan, setPlan] = useState<Loading | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { busy, told, run, tell } = useTask();

  const read = (from: File, key: string) =>
    run(say('loadReading'), async () => {
      const progress = (done: number, total: number) => tell(say('loadComparing', { done, total }));
      const found = await planLoading(pool, from, key, progress);
      setTicked(new Set(found.kept.filter((item) => !item.weakens).map((item) => item.id)));
      setPlan(found);
      return null;
    });
  const choose = (chosen: File) => {
    setFile(chosen);
    setPlan(null);
    setPassphrase('');
    void run(say('loadReading'), async () => {
      const needsKey = await isLocked(chosen);
      setLocked(needsKey);
      if (!needsKey) await read(chosen, '');
      return null;
    });
  };
  const part = useGivenFile(given, choose, onTaken);
  const load = (wanted: Loading) =>
    run(say('loadLoading'), async () => {
      const chosen = wanted.kept.filter((item) => ticked.has(item.id));
      const result = await loadCopy(pool, wanted, chosen);
      setPlan(null);
      setFile(null);
      return outcome(result, wanted.plan.madeAt);
    });

  return (
    <section ref={part} tabIndex={-1} class="panel" aria-labelledby="load-title">
      <h2 id="load-title">{say('loadTitle')}</h2>
      <p class="cc-hint">{say('loadHint')}</p>
      <FilePick label={say('loadFile')} testId="load-file" file={file} onPick={choose} />
      {file && locked && !plan && (
        <form
          class="panel-form"
          onSubmit={(event) => {
            event.preventDefault();
            void read(file, passphrase);
          }}
        >
          <SecretField
            label={say('passphrase')}
            hint={say('loadPassphraseHint')}
            value={passphrase}
            testId="load-passphrase"
            onInput={setPassphrase}
          />
          <button type="submit" class="cc-button" disabled={busy !== null || passphrase === ''}>
            {say('loadOpen')}
          </button>
        </form>
      )}
      {busy && <p role="status">{busy}</p>}
      {plan && <Holds loading={plan} />}
      {plan && <KeptList items={plan.kept} ticked={ticked} onTick={setTicked} />}
      {plan && (
        <button
          type="button"
          class="cc-button"
          data-testid="load-confirm"
          disabled={busy !== null}
          onClick={() => void load(plan)}
        >
          {plan.plan.added > 0 ? sayCount('loadConfirm', plan.plan.added) : say('loadConfirmNew')}
        </button>
      )}
      <Told told={told} testId="load-told" />
    </section>
  );
}

function Holds({ loading: { plan, mended } }: { loading: Loading }) {
  const { counts, added, alreadyHere, madeAt, backup } = plan;
  const states = [
    sayCount('loadLeft', counts.available),
    sayCount('loadOut', counts.issued),
    sayCount('loadCanceled', counts.void),
    counts.held > 0 && sayCount('loadKeptBack', counts.held),
    counts.moved > 0 && sayCount('loadHandedOver', counts.moved),
  ];
  return (
    <div data-testid="load-preview" data-total={counts.total} data-added={added} data-here={alreadyHere}>
      <p>
        {say('loadHolds', {
          time: shortTime(madeAt),
          codes: sayCount('listCodes', counts.total),
          promotions: sayCount('loadPromotions', backup.promotions.length),
          states: listed(states.filter((each) => each !== false)),
        })}
      </p>
      <p>
        {sayCount('loadHere', alreadyHere, { added: sayCount('listCodes', added) })}
        {added > 0 && ` ${say('loadHeldBack')}`}
      </p>
      {mended > 0 && <p data-testid="load-mended">{sayCount('loadMended', mended)}</p>}
    </div>
  );
}

function outcome(
  { added, heldBack, caughtUp, conflicts, settings }: Awaited<ReturnType<typeof loadCopy>>,
  madeAt: string,
): TaskOutcome {
  // First what keeps the seller from going on.
  const parts = [
    ...(heldBack > 0 ? [heldByCopyWords(heldBack, madeAt)] : []),
    sayCount('loadedAdded', added),
  ];
  if (caughtUp > 0) parts.push(sayCount('loadedCaughtUp', caughtUp));
  if (conflicts > 0) {
    parts.push(sayCount('loadedConflicts', conflicts));
  }
  if (settings > 0) parts.push(say('loadedSettings'));
  return { tone: conflicts > 0 ? 'warning' : 'done', text: parts.join(' ') };
}
