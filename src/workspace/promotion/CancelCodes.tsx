import { useMemo, useState } from 'preact/hooks';
import type { NotVoidable, Pool, VoidPlan } from '../../actions/pool';
import { accountOf } from '../../domain/codes/text-account';
import { loadSettings } from '../../stored/settings';
import { Field } from '../../ui/parts/Field';
import { TextField } from '../../ui/parts/TextField';
import { Told } from '../../ui/parts/Told';
import { listed } from '../../words/format';
import { say, sayCount } from '../../words/say';
import type { CountedKey, SentenceKey } from '../../words/sentences';
import { TextAccountNote } from '../import/TextAccountNote';
import { useRead } from '../parts/use-read';
import { useTask } from '../parts/use-task';

const why = {
  unknown: { only: 'cancelRefusedUnknown', among: 'cancelWhyUnknown' },
  elsewhere: { only: 'cancelRefusedElsewhere', among: 'cancelWhyElsewhere' },
  used: { only: 'cancelRefusedUsed', among: 'cancelWhyUsed' },
  canceled: { only: 'cancelRefusedCanceled', among: 'cancelWhyCanceled' },
  moved: { only: 'cancelRefusedMoved', among: 'cancelWhyMoved' },
  leased: { only: 'cancelRefusedLeased', among: 'cancelWhyLeased' },
} as const satisfies Record<NotVoidable, { only: CountedKey; among: SentenceKey }>;

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

  const fault = !text.trim() ? say('cancelFaultNone') : unclear ? say('cancelFaultUnclear') : undefined;

  const cancel = () =>
    run(say('cancelBusy'), async () => {
      const by = (await loadSettings()).yourName;
      // What is shown may still be on its way.
      const { ranges } = await pool.planVoid(promotionId, found);
      const { count } = await pool.voidRanges(promotionId, ranges, { reason, by });
      setText('');
      setReason('');
      setAsked(false);
      return { tone: 'done', text: sayCount('cancelDone', count) };
    });

  return (
    <form
      class="panel-form"
      aria-label={say('cancelCodes')}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (text.trim() && reason.trim() && busy === null && !unclear) void cancel();
      }}
    >
      <Field
        label={say('cancelField')}
        hint={plan && text.trim() !== '' ? planWords(plan) : say('cancelFieldHint')}
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
        label={say('cancelReason')}
        hint={say('cancelReasonHint')}
        fault={asked && !reason.trim() ? say('cancelReasonFault') : undefined}
        placeholder={say('cancelReasonExample')}
        value={reason}
        testId="cancel-reason"
        onInput={setReason}
      />
      <div class="cc-row">
        <button type="submit" class="cc-button" data-testid="cancel-confirm" disabled={busy !== null}>
          {busy ?? (wanted > 0 ? sayCount('cancelCount', wanted) : say('cancelCodes'))}
        </button>
      </div>
      <Told told={told} testId="cancel-told" />
    </form>
  );
}

/** “3 codes: 2 left, 1 given out. 1 can’t be canceled: used in an order.” */
function planWords({ left, out, refused }: VoidPlan): string {
  const said = [ableWords(left, out), refusedWords([...refused])].filter(Boolean);
  return said.join(' ') || say('cancelPlanNone');
}

function ableWords(left: number, out: number): string {
  if (left + out === 0) return '';
  if (out === 0) return sayCount('cancelPlanLeft', left);
  if (left === 0) return sayCount('cancelPlanOut', out);
  return sayCount('cancelPlanBoth', left + out, { left, out });
}

function refusedWords(refused: readonly (readonly [NotVoidable, number])[]): string {
  const count = refused.reduce((sum, [, each]) => sum + each, 0);
  const [first] = refused;
  if (!first || count === 0) return '';
  if (refused.length === 1) return sayCount(why[first[0]].only, count);
  const reasons = listed(refused.map(([each, count]) => say(why[each].among, { count })));
  return sayCount('cancelRefusedMixed', count, { reasons });
}
