import { useState } from 'preact/hooks';
import type { Whom } from '../../actions/desk/desk-state';
import type { Promotion } from '../../domain/promotion';
import { say, sayCount } from '../../words/say';
import { Field } from '../parts/Field';
import { TextField } from '../parts/TextField';
import { useFocusEmpty } from '../parts/use-focus-empty';
import { buttonWords } from './GiveNext';
import { howMany } from './how-many';
import { WhomFields } from './WhomFields';

interface SeveralFormProps {
  promotion: Promotion;
  left: number;
  channels: readonly string[];
  platforms: readonly string[];
  onGive: (count: number, whom: Whom, format: 'txt' | 'csv') => void;
  onCancel: () => void;
}

/** Giving out several codes as one act: how many, to whom, in which form of file. */
export function SeveralForm({ promotion, left, channels, platforms, onGive, onCancel }: SeveralFormProps) {
  const [count, setCount] = useState('');
  const [whom, setWhom] = useState<Whom>({ to: '', channel: '' });
  const [format, setFormat] = useState<'txt' | 'csv'>('txt');
  const [asked, setAsked] = useState(false);
  const form = useFocusEmpty();
  const { wanted, fault } = howMany(count, left);
  return (
    <form
      ref={form}
      class="cc-panel"
      aria-label={say('severalForm')}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!fault) onGive(wanted, whom, format);
      }}
    >
      <div class="cc-pair">
        <TextField
          label={say('severalHowMany')}
          fault={asked ? fault : undefined}
          digits="numeric"
          value={count}
          testId="several-count"
          onInput={setCount}
        />
        <Field label={say('severalFile')}>
          {(control) => (
            <select
              {...control}
              class="cc-input"
              value={format}
              data-testid="several-format"
              onChange={(event) => setFormat(event.currentTarget.value === 'csv' ? 'csv' : 'txt')}
            >
              <option value="txt">TXT</option>
              <option value="csv">CSV</option>
            </select>
          )}
        </Field>
      </div>
      <WhomFields
        name="several"
        whom={whom}
        channels={channels}
        onInput={setWhom}
        toLabel={say('whomToLot')}
        names={platforms}
      />
      <p class="cc-hint">
        {fault ? say('severalLeave') : leavingWords(wanted, whom.to.trim())}{' '}
        {buttonWords(promotion, left, Date.now()).warning}
      </p>
      <div class="cc-row">
        <button type="submit" class="cc-button cc-primary" data-testid="several-confirm">
          {fault ? say('severalDo') : sayCount('severalDoCount', wanted)}
        </button>
        <button type="button" class="cc-button" onClick={onCancel}>
          {say('formCancel')}
        </button>
      </div>
    </form>
  );
}

function leavingWords(count: number, whom: string): string {
  return whom ? sayCount('severalLeavingFor', count, { whom }) : sayCount('severalLeaving', count);
}
