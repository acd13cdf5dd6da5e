import { useMemo, useState } from 'preact/hooks';
import type { MarkedUse, Pool } from '../../actions/pool';
import { type OddUse, sumOfUses, type UsesSum } from '../../actions/reports/pasted-uses';
import { type UseFault, usesInText } from '../../domain/codes/uses-in-text';
import { loadSettings } from '../../stored/settings';
import { Field } from '../../ui/parts/Field';
import { Told } from '../../ui/parts/Told';
import { masked, number } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { useRead } from '../parts/use-read';
import { useTask } from '../parts/use-task';

/** Lines shown of those that nothing comes of. */
const mostShown = 100;

const faults = {
  'no-order': 'usesFaultNoOrder',
  'no-code': 'usesFaultNoCode',
  neither: 'usesFaultNeither',
  several: 'usesFaultSeveral',
} as const satisfies Record<UseFault, string>;

/** A pasted list of order ids and codes: what each line comes to, and all of them marked as used at once. */
export function PastedUses({ pool }: { pool: Pool }) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const { uses, bad } = useMemo(() => usesInText(text), [text]);
  const { value: judged, problem } = useRead(pool.onChange, `uses ${text}`, () => pool.planUses(uses));
  const [undoable, setUndoable] = useState<readonly MarkedUse[]>([]);
  const { busy, told, run } = useTask();
  const isBlank = text.trim() === '';
  const sum = isBlank || !judged ? null : sumOfUses(uses, bad, judged);

  const mark = () =>
    run(say('usesBusy'), async () => {
      const { marked } = await pool.markUses(uses, (await loadSettings()).yourName);
      setText('');
      setAsked(false);
      setUndoable(marked);
      return { tone: 'done', text: sayCount('usesDone', marked.length) };
    });
  const undo = () =>
    run(say('usesUndoBusy'), async () => {
      const { undone } = await pool.undoUses(undoable, (await loadSettings()).yourName);
      setUndoable([]);
      return { tone: 'done', text: sayCount('usesUndone', undone) };
    });

  const none = isBlank ? say('usesFaultNone') : sum?.marked === 0 ? say('usesFaultNoneToMark') : undefined;
  const action = undoable.length > 0 && busy === null && { label: say('deskUndo'), run: () => void undo() };
  return (
    <section class="panel" aria-labelledby="uses-title" data-testid="uses">
      <h2 id="uses-title">{say('usesTitle')}</h2>
      <p class="cc-hint">{say('usesWhy')}</p>
      <form
        class="uses-form"
        aria-labelledby="uses-title"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (sum && sum.marked > 0 && busy === null) void mark();
        }}
      >
        <Field label={say('usesField')} hint={say('usesHint')} fault={problem ?? (asked ? none : undefined)}>
          {(control) => (
            <textarea
              {...control}
              class="cc-input cc-mono"
              rows={4}
              spellcheck={false}
              autoComplete="off"
              placeholder={'111-2222222-3333333\t7GM3-YYYYY3-ZZZZZZ'}
              value={text}
              data-testid="uses-paste"
              onInput={(event) => {
                setText(event.currentTarget.value);
                setUndoable([]);
              }}
            />
          )}
        </Field>
        <div role="status">{sum && <Preview sum={sum} />}</div>
        <div class="cc-row">
          <button type="submit" class="cc-button" data-testid="uses-confirm" disabled={busy !== null}>
            {busy ?? (sum && sum.marked > 0 ? sayCount('usesConfirm', sum.marked) : say('usesConfirmNone'))}
          </button>
        </div>
      </form>
      <Told told={told && (action ? { ...told, action } : told)} testId="uses-told" />
    </section>
  );
}

function Preview({ sum }: { sum: UsesSum }) {
  const { marked, left, same, other, unknown, refused, notUnderstood, odd } = sum;
  return (
    <div
      class="uses-preview"
      data-testid="uses-preview"
      data-marked={marked}
      data-left={left}
      data-same={same}
      data-other={other}
      data-unknown={unknown}
      data-refused={refused}
      data-bad={notUnderstood}
    >
      <ul>
        <li>
          <b>{sayCount('usesMarked', marked)}</b>
          {left > 0 && ` ${sayCount('usesLeft', left)}`}
        </li>
        {same > 0 && <li>{sayCount('usesSame', same)}</li>}
        {other > 0 && <li>{sayCount('usesOther', other)}</li>}
        {unknown > 0 && <li>{sayCount('usesUnknown', unknown)}</li>}
        {refused > 0 && <li>{sayCount('usesRefused', refused)}</li>}
        {notUnderstood > 0 && <li>{sayCount('usesBad', notUnderstood)}</li>}
      </ul>
      {odd.length > 0 && (
        <details class="lines">
          <summary>{sayCount('usesOddLines', odd.length)}</summary>
          <ul>
            {odd.slice(0, mostShown).map((each) => (
              <li key={each.line}>
                <span class="lines-place">{say('linesAt', { line: each.line })}</span> {oddWords(each)}
              </li>
            ))}
          </ul>
          {odd.length > mostShown && (
            <p>{say('reportMoreRejected', { count: number(odd.length - mostShown) })}</p>
          )}
        </details>
      )}
    </div>
  );
}

function oddWords(odd: OddUse): string {
  if ('fault' in odd) return say(faults[odd.fault]);
  const code = masked(odd.code);
  switch (odd.verdict) {
    case 'other':
      return odd.known
        ? say('usesOddOther', { code, order: odd.known })
        : say('usesOddOtherUnknown', { code });
    case 'canceled':
      return say('usesOddCanceled', { code });
    case 'moved':
      return say('usesOddMoved', { code });
    case 'unknown':
      return say('usesOddUnknown', { code });
  }
}
