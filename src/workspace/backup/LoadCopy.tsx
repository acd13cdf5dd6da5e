import { useState } from 'preact/hooks';
import { isLocked, type Loading, loadCopy, planLoading } from '../../actions/backup/backup';
import type { Pool } from '../../actions/pool';
import { Told } from '../../ui/parts/Told';
import { codes, number, shortTime } from '../../words/format';
import { FilePick } from '../parts/FilePick';
import { SecretField } from '../parts/SecretField';
import { type TaskOutcome, useTask } from '../parts/use-task';
import { KeptList } from './KeptList';

/** Loads a saved file: first shows what it holds, then adds what is missing here. */
export function LoadCopy({ pool }: { pool: Pool }) {
  const [file, setFile] = useState<File | null>(null);
  const [locked, setLocked] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [plan, setPlan] = useState<Loading | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { busy, told, run, say } = useTask();

  const read = (from: File, key: string) =>
    run('Reading…', async () => {
      const progress = (done: number, total: number) => say(`Comparing ${number(done)} of ${number(total)}…`);
      const found = await planLoading(pool, from, key, progress);
      setTicked(new Set(found.kept.filter((item) => !item.weakens).map((item) => item.id)));
      setPlan(found);
      return null;
    });
  const choose = (chosen: File) => {
    setFile(chosen);
    setPlan(null);
    setPassphrase('');
    void run('Reading…', async () => {
      const needsKey = await isLocked(chosen);
      setLocked(needsKey);
      if (!needsKey) await read(chosen, '');
      return null;
    });
  };
  const load = (wanted: Loading) =>
    run('Loading…', async () => {
      const chosen = wanted.kept.filter((item) => ticked.has(item.id));
      const result = await loadCopy(pool, wanted, chosen);
      setPlan(null);
      setFile(null);
      return outcome(result);
    });

  return (
    <section class="panel" aria-labelledby="load-title">
      <h2 id="load-title">Load it again</h2>
      <p class="cc-hint">
        Adds what is missing here. No code comes twice, and none that is out counts as left again.
      </p>
      <FilePick label="A file that “Save everything” made" testId="load-file" file={file} onPick={choose} />
      {file && locked && !plan && (
        <form
          class="panel-form"
          onSubmit={(event) => {
            event.preventDefault();
            void read(file, passphrase);
          }}
        >
          <SecretField
            label="Passphrase"
            hint="The one this file was saved with."
            value={passphrase}
            testId="load-passphrase"
            onInput={setPassphrase}
          />
          <button type="submit" class="cc-button" disabled={busy !== null || passphrase === ''}>
            Open the file
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
          Load {plan.plan.added > 0 ? codes(plan.plan.added) : 'what is new'}
        </button>
      )}
      <Told told={told} testId="load-told" />
    </section>
  );
}

function Holds({ loading: { plan, mended } }: { loading: Loading }) {
  const { counts, added, alreadyHere, madeAt, backup } = plan;
  return (
    <div data-testid="load-preview" data-total={counts.total} data-added={added} data-here={alreadyHere}>
      <p>
        Saved {shortTime(madeAt)}: {codes(counts.total)} in {number(backup.promotions.length)}{' '}
        {backup.promotions.length === 1 ? 'promotion' : 'promotions'}: {number(counts.available)} left,{' '}
        {number(counts.issued)} given out, {number(counts.void)} cancelled
        {counts.held > 0 && `, ${number(counts.held)} kept back`}
        {counts.moved > 0 && `, ${number(counts.moved)} handed over`}.
      </p>
      <p>
        {codes(alreadyHere)} of them {alreadyHere === 1 ? 'is' : 'are'} here already; {codes(added)} will be
        added.
        {added > 0 &&
          ' Codes that were left then are kept back: they may have been given out since. You release them below once you know.'}
      </p>
      {mended > 0 && (
        <p data-testid="load-mended">
          {mended === 1
            ? 'One damaged part here was mended'
            : `${number(mended)} damaged parts here were mended`}{' '}
          from this file: its codes and names are as they were.
        </p>
      )}
    </div>
  );
}

function outcome({
  added,
  heldBack,
  caughtUp,
  conflicts,
  settings,
}: Awaited<ReturnType<typeof loadCopy>>): TaskOutcome {
  const parts = [`${codes(added)} added.`];
  if (heldBack > 0) parts.push(`${codes(heldBack)} kept back until you release them.`);
  if (caughtUp > 0)
    parts.push(`${codes(caughtUp)} that the file knew as given out or cancelled now are so here.`);
  if (conflicts > 0) {
    parts.push(
      `${codes(conflicts)} went to one person here and to another in the file; what stands here was kept.`,
    );
  }
  if (settings > 0) parts.push('The settings you ticked came with it.');
  return { tone: conflicts > 0 ? 'warning' : 'done', text: parts.join(' ') };
}
