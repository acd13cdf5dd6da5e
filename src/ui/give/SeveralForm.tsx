import { useState } from 'preact/hooks';
import type { Whom } from '../../actions/desk/desk-state';
import type { Promotion } from '../../domain/promotion';
import { codes } from '../../words/format';
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
      aria-label="Give out several codes"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!fault) onGive(wanted, whom, format);
      }}
    >
      <div class="cc-pair">
        <TextField
          label="How many"
          fault={asked ? fault : undefined}
          digits="numeric"
          value={count}
          testId="several-count"
          onInput={setCount}
        />
        <Field label="File">
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
        toLabel="To (platform or person)"
        names={platforms}
      />
      <p class="cc-hint">
        {fault
          ? 'They leave your list at once. Nobody can give them out again from here.'
          : `${codes(wanted)} ${wanted === 1 ? 'leaves' : 'leave'} your list now${whom.to.trim() ? ` for ${whom.to.trim()}` : ''}. Nobody can give them out again from here.`}{' '}
        {buttonWords(promotion, left, Date.now()).warning}
      </p>
      <div class="cc-row">
        <button type="submit" class="cc-button cc-primary" data-testid="several-confirm">
          {fault ? 'Give out and save file' : `Give out ${codes(wanted)} and save file`}
        </button>
        <button type="button" class="cc-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
