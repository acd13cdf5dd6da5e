import { useState } from 'preact/hooks';
import type { Pool } from '../../actions/pool';
import { loadSettings } from '../../stored/settings';
import { howMany } from '../../ui/give/how-many';
import { Field } from '../../ui/parts/Field';
import { TextField } from '../../ui/parts/TextField';
import { Told } from '../../ui/parts/Told';
import { codes, shortTime } from '../../words/format';
import { useTask } from '../parts/use-task';

const day = 86_400_000;
const lengths = [
  { days: 1, words: 'for a day' },
  { days: 3, words: 'for 3 days' },
  { days: 7, words: 'for a week' },
  { days: 0, words: 'until I release them' },
];

/** Keeps the next codes out of the line for somebody who has not answered yet. */
export function HoldForm({ pool, promotionId, left }: { pool: Pool; promotionId: string; left: number }) {
  const [count, setCount] = useState('1');
  const [to, setTo] = useState('');
  const [days, setDays] = useState(3);
  const [asked, setAsked] = useState(false);
  const { busy, told, run } = useTask();
  const { wanted, fault } = howMany(count, left);
  const keep = () =>
    run('Keeping back…', async () => {
      const until = days > 0 ? new Date(Date.now() + days * day) : null;
      const by = (await loadSettings()).yourName;
      await pool.holdNext(promotionId, wanted, { to: to.trim(), note: '', until, by });
      setTo('');
      setAsked(false);
      const end = until ? `until ${shortTime(until.toISOString())}` : 'until you release them';
      return { tone: 'done', text: `${codes(wanted)} kept back ${end}. Nobody gets them meanwhile.` };
    });
  return (
    <form
      class="panel-form"
      aria-label="Keep codes back"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!fault && busy === null) void keep();
      }}
    >
      <div class="cc-pair">
        <TextField
          label="How many"
          class="cc-narrow"
          fault={asked ? fault : undefined}
          digits="numeric"
          value={count}
          testId="keep-count"
          onInput={setCount}
        />
        <TextField label="For" placeholder="Name (optional)" value={to} testId="keep-to" onInput={setTo} />
      </div>
      <Field
        label="How long"
        hint={days > 0 ? 'Then they can be given out again, after all others.' : undefined}
      >
        {(control) => (
          <select
            {...control}
            class="cc-input"
            value={String(days)}
            data-testid="keep-days"
            onChange={(event) => setDays(Number(event.currentTarget.value))}
          >
            {lengths.map((each) => (
              <option key={each.days} value={String(each.days)}>
                {each.words}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div class="cc-row">
        <button type="submit" class="cc-button" data-testid="keep-back" disabled={busy !== null}>
          {busy ?? 'Keep back'}
        </button>
      </div>
      <Told told={told} testId="keep-told" />
    </form>
  );
}
