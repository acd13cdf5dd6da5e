import { useState } from 'preact/hooks';
import { handOverFile, handOverFileAgain, takeOver } from '../../actions/backup/backup';
import type { Desk } from '../../actions/desk/desk';
import type { Pool } from '../../actions/pool';
import { wholeNumber } from '../../domain/text/whole-number';
import { Field } from '../../ui/parts/Field';
import { TextField } from '../../ui/parts/TextField';
import { Told } from '../../ui/parts/Told';
import { useStore } from '../../ui/parts/use-store';
import { nameOf } from '../../ui/promotion/promotion-model';
import { codes } from '../../words/format';
import { FilePick } from '../parts/FilePick';
import { SecretField } from '../parts/SecretField';
import { useTask } from '../parts/use-task';
import { HandedOverList } from './HandedOverList';

const shortest = 8;

/** Moves codes to a colleague's Claimcheck through a locked file. */
export function HandOver({ pool, desk }: { pool: Pool; desk: Desk }) {
  const stocked = (useStore(desk).promotions ?? []).filter((each) => each.counts.available > 0);
  const [form, setForm] = useState({ promotion: '', count: '', to: '', passphrase: '' });
  const [again, setAgain] = useState<(() => Promise<void>) | null>(null);
  const { busy, told, run } = useTask();
  const fill = (patch: Partial<typeof form>) => setForm({ ...form, ...patch });
  const promotionId = form.promotion || stocked[0]?.promotion.id || '';
  const count = wholeNumber(form.count) ?? 0;
  const make = () =>
    run('Moving…', async () => {
      const { to, passphrase } = form;
      const file = await handOverFile(pool, promotionId, { count, to: to.trim(), passphrase });
      setAgain(() => () => handOverFileAgain(pool, file, passphrase));
      const text = `${codes(count)} moved into the file and gone from here. Send file and passphrase on different ways, to one person only: two people who load the file would hold the same codes.`;
      return { tone: 'done', text };
    });
  return (
    <section class="panel" aria-labelledby="hand-title">
      <h2 id="hand-title">Hand codes over to a colleague</h2>
      <p class="cc-hint">They are moved, not copied: what goes into the file is gone from here.</p>
      {stocked.length === 0 && !told ? (
        <p>No codes are left to hand over.</p>
      ) : (
        <form
          class="panel-form"
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <Field label="Promotion">
            {(control) => (
              <select
                {...control}
                class="cc-input"
                value={promotionId}
                data-testid="hand-promotion"
                onChange={(event) => fill({ promotion: event.currentTarget.value })}
              >
                {stocked.map(({ promotion, counts }) => (
                  <option key={promotion.id} value={promotion.id}>
                    {nameOf(promotion)}, {codes(counts.available)} left
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField
            label="How many codes"
            inputClass="cc-number"
            digits="numeric"
            value={form.count}
            testId="hand-count"
            onInput={(text) => fill({ count: text })}
          />
          <TextField label="To" value={form.to} testId="hand-to" onInput={(text) => fill({ to: text })} />
          <SecretField
            label="Passphrase"
            hint={`At least ${shortest} characters. Your colleague needs it to open the file.`}
            value={form.passphrase}
            testId="hand-passphrase"
            onInput={(passphrase) => fill({ passphrase })}
          />
          <button
            type="submit"
            class="cc-button"
            data-testid="hand-over"
            disabled={busy !== null || count < 1 || form.passphrase.length < shortest}
          >
            {busy ?? 'Make the file'}
          </button>
        </form>
      )}
      <Told
        told={
          told &&
          (again ? { ...told, action: { label: 'Download it again', run: () => void again() } } : told)
        }
        testId="hand-told"
      />
      <HandedOverList pool={pool} desk={desk} shortest={shortest} />
    </section>
  );
}

/** Takes codes over from a colleague's file. */
export function TakeOver({ pool }: { pool: Pool }) {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const { busy, told, run } = useTask();
  const take = (chosen: File) =>
    run('Loading…', async () => {
      const { name, added, returned, alreadyHere } = await takeOver(pool, chosen, passphrase);
      setFile(null);
      setPassphrase('');
      const back = returned > 0 ? ` ${codes(returned)} came back.` : '';
      const kept = alreadyHere > 0 ? ` ${codes(alreadyHere)} stood here already and stay as they are.` : '';
      return { tone: 'done', text: `${name}: ${codes(added)} added.${back}${kept}` };
    });
  return (
    <section class="panel" aria-labelledby="take-title">
      <h2 id="take-title">Take codes over</h2>
      <p class="cc-hint">
        Only if nobody else loads this file: two people who load it would hold the same codes.
      </p>
      <FilePick label="A hand-over file from a colleague" testId="take-file" file={file} onPick={setFile} />
      {file && (
        <form
          class="panel-form"
          onSubmit={(event) => {
            event.preventDefault();
            void take(file);
          }}
        >
          <SecretField
            label="Passphrase"
            hint="Your colleague has it."
            value={passphrase}
            testId="take-passphrase"
            onInput={setPassphrase}
          />
          <button
            type="submit"
            class="cc-button"
            data-testid="take-over"
            disabled={busy !== null || passphrase === ''}
          >
            {busy ?? 'Take the codes over'}
          </button>
        </form>
      )}
      <Told told={told} testId="take-told" />
    </section>
  );
}
