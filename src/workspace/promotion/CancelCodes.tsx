import { useMemo, useState } from 'preact/hooks';
import type { NotVoidable, Pool, VoidPlan } from '../../actions/pool';
import { accountOf } from '../../domain/codes/text-account';
import { loadSettings } from '../../stored/settings';
import { Field } from '../../ui/parts/Field';
import { TextField } from '../../ui/parts/TextField';
import { Told } from '../../ui/parts/Told';
import { codes, number } from '../../words/format';
import { TextAccountNote } from '../import/TextAccountNote';
import { useRead } from '../parts/use-read';
import { useTask } from '../parts/use-task';

const why: Record<NotVoidable, string> = {
  unknown: 'not among your codes',
  elsewhere: 'of another promotion',
  used: 'used in an order',
  cancelled: 'cancelled already',
  moved: 'handed over to a colleague',
};

/** Cancels the codes that the seller names, one or many. */
export function CancelCodes({ pool, promotionId }: { pool: Pool; promotionId: string }) {
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [left, setLeft] = useState(false);
  const account = useMemo(() => accountOf(text), [text]);
  const found = account.codes.map(({ code }) => code);
  const { busy, told, run } = useTask();
  const { value: plan, problem } = useRead(pool.onChange, `cancel ${promotionId} ${text}`, () =>
    pool.planVoid(promotionId, found),
  );
  const wanted = plan ? plan.left + plan.out : 0;
  const unclear = account.doubtful.length > 0 && !left;
  const none = 'Paste the codes to cancel, as they stand in Amazon’s file.';

  const fault = !text.trim()
    ? none
    : unclear
      ? 'Correct the lines not understood, or say that you go on without them.'
      : undefined;

  const cancel = () =>
    run('Cancelling…', async () => {
      const by = (await loadSettings()).yourName;
      // What is shown may still be on its way.
      const { ranges } = await pool.planVoid(promotionId, found);
      const { count } = await pool.voidRanges(promotionId, ranges, { reason, by });
      setText('');
      setReason('');
      setAsked(false);
      const are = count === 1 ? '1 code is' : `${codes(count)} are`;
      return {
        tone: 'done',
        text: `${are} cancelled here. Amazon still takes ${count === 1 ? 'it' : 'them'} until the promotion ends.`,
      };
    });

  return (
    <form
      class="panel-form"
      aria-label="Cancel codes"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (text.trim() && reason.trim() && busy === null && !unclear) void cancel();
      }}
    >
      <Field
        label="Codes"
        hint={plan && text.trim() !== '' ? planWords(plan) : 'One or many, in any form: a list, a message'}
        fault={problem ?? (asked ? fault : undefined)}
      >
        {(control) => (
          <textarea
            {...control}
            class="cc-input cc-mono"
            rows={3}
            spellcheck={false}
            autoComplete="off"
            value={text}
            data-testid="cancel-codes"
            onInput={(event) => {
              setText(event.currentTarget.value);
              setLeft(false);
            }}
          />
        )}
      </Field>
      <TextAccountNote account={account} testId="cancel-account" left={left} onLeave={setLeft} />
      <TextField
        label="Because"
        hint="Nobody gets them from here any more. Amazon itself still takes them until the promotion ends."
        fault={asked && !reason.trim() ? 'Say why: it stays in the history.' : undefined}
        placeholder="e.g. posted in public by mistake"
        value={reason}
        testId="cancel-reason"
        onInput={setReason}
      />
      <div class="cc-row">
        <button type="submit" class="cc-button" data-testid="cancel-confirm" disabled={busy !== null}>
          {busy ?? (wanted > 0 ? `Cancel ${codes(wanted)}` : 'Cancel codes')}
        </button>
      </div>
      <Told told={told} testId="cancel-told" />
    </form>
  );
}

/** “3 codes: 2 left, 1 given out. 1 can’t be cancelled: used in an order.” */
function planWords({ left, out, refused }: VoidPlan): string {
  const states = [left > 0 && `${number(left)} left`, out > 0 && `${number(out)} given out`];
  const can = left + out > 0 ? `${codes(left + out)}: ${states.filter(Boolean).join(', ')}.` : '';
  const rest = [...refused.values()].reduce((sum, count) => sum + count, 0);
  if (rest === 0) return can || 'No code stands in this text.';
  const whys = [...refused].map(
    ([each, count]) => (refused.size === 1 ? '' : `${number(count)} `) + why[each],
  );
  return `${can} ${number(rest)} can’t be cancelled: ${whys.join(', ')}.`.trim();
}
