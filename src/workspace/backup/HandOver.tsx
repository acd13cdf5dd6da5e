import { useState } from 'preact/hooks';
import { handOverFile, handOverFileAgain, takeOver } from '../../actions/backup/backup';
import type { Desk } from '../../actions/desk/desk';
import type { Pool } from '../../actions/pool';
import { wholeNumber } from '../../domain/text/typed-number';
import { AskBox } from '../../ui/parts/AskBox';
import { Field } from '../../ui/parts/Field';
import { TextField } from '../../ui/parts/TextField';
import { Told } from '../../ui/parts/Told';
import { useStore } from '../../ui/parts/use-store';
import { nameOf } from '../../ui/promotion/promotion-model';
import { say, sayCount } from '../../words/say';
import { FilePick } from '../parts/FilePick';
import { SecretField } from '../parts/SecretField';
import { useTask } from '../parts/use-task';
import { HandedOverList } from './HandedOverList';
import { useGivenFile } from './use-given-file';

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
    run(say('handBusy'), async () => {
      const { to, passphrase } = form;
      const file = await handOverFile(pool, promotionId, { count, to: to.trim(), passphrase });
      setAgain(() => () => handOverFileAgain(pool, file, passphrase));
      return { tone: 'done', text: sayCount('handDone', count) };
    });
  return (
    <section class="panel" aria-labelledby="hand-title">
      <h2 id="hand-title">{say('handTitle')}</h2>
      <p class="cc-hint">{say('handHint')}</p>
      {stocked.length === 0 && !told ? (
        <p>{say('handNothing')}</p>
      ) : (
        <form
          class="panel-form"
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <Field label={say('handPromotion')}>
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
                    {sayCount('handPromotionLeft', counts.available, { promotion: nameOf(promotion) })}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField
            label={say('handCount')}
            inputClass="cc-number"
            digits="numeric"
            value={form.count}
            testId="hand-count"
            onInput={(text) => fill({ count: text })}
          />
          <TextField
            label={say('handTo')}
            value={form.to}
            testId="hand-to"
            onInput={(text) => fill({ to: text })}
          />
          <SecretField
            label={say('passphrase')}
            hint={say('handPassphraseHint', { shortest })}
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
            {busy ?? say('handMake')}
          </button>
        </form>
      )}
      <Told
        told={
          told && (again ? { ...told, action: { label: say('handAgain'), run: () => void again() } } : told)
        }
        testId="hand-told"
      />
      <HandedOverList pool={pool} desk={desk} shortest={shortest} />
    </section>
  );
}

/** Takes codes over from a colleague's file. */
export function TakeOver({
  pool,
  given,
  onTaken,
}: {
  pool: Pool;
  /** A file that was dropped somewhere else. */
  given: File | null;
  onTaken: () => void;
}) {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [own, setOwn] = useState(0);
  const { busy, told, run } = useTask();
  const pick = (chosen: File | null) => {
    setOwn(0);
    setFile(chosen);
  };
  const part = useGivenFile(given, pick, onTaken);
  const take = (chosen: File, nobody = false) =>
    run(say('takeBusy'), async () => {
      const took = await takeOver(pool, chosen, { passphrase, nobody });
      if ('away' in took) {
        setOwn(took.away);
        return null;
      }
      const { name, added, returned, alreadyHere } = took;
      setOwn(0);
      setFile(null);
      setPassphrase('');
      const text = [
        sayCount('takeAdded', added, { promotion: name }),
        returned > 0 && sayCount('takeCameBack', returned),
        alreadyHere > 0 && sayCount('takeStood', alreadyHere),
      ];
      return { tone: 'done', text: text.filter(Boolean).join(' ') };
    });
  const leave = () =>
    run(say('takeBusy'), async () => {
      setOwn(0);
      setFile(null);
      setPassphrase('');
      return { tone: 'done', text: say('takeOwnLeft') };
    });
  return (
    <section ref={part} tabIndex={-1} class="panel" aria-labelledby="take-title">
      <h2 id="take-title">{say('takeTitle')}</h2>
      <p class="cc-hint">{say('takeHint')}</p>
      <FilePick label={say('takeFile')} testId="take-file" file={file} onPick={pick} />
      {file && own > 0 && (
        <AskBox legend={sayCount('takeOwn', own)} testId="take-own" onCancel={() => setOwn(0)}>
          <button
            type="button"
            class="cc-button"
            data-testid="take-own-seen"
            disabled={busy !== null}
            onClick={() => void leave()}
          >
            {say('takeOwnYes')}
          </button>
          <button
            type="button"
            class="cc-button"
            data-testid="take-own-unseen"
            disabled={busy !== null}
            onClick={() => void take(file, true)}
          >
            {say('takeOwnNo')}
          </button>
        </AskBox>
      )}
      {file && own === 0 && (
        <form
          class="panel-form"
          onSubmit={(event) => {
            event.preventDefault();
            void take(file);
          }}
        >
          <SecretField
            label={say('passphrase')}
            hint={say('takePassphraseHint')}
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
            {busy ?? say('takeConfirm')}
          </button>
        </form>
      )}
      <Told told={told} testId="take-told" />
    </section>
  );
}
