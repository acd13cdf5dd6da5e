import { useState } from 'preact/hooks';
import { giveThisCode } from '../../actions/desk/one-code';
import type { Pool } from '../../actions/pool';
import type { Promotion } from '../../domain/promotion';
import { buttonWords } from '../../ui/give/GiveNext';
import { useGivingStopped } from '../../ui/give/giving-stopped';
import { TextField } from '../../ui/parts/TextField';
import { Told } from '../../ui/parts/Told';
import { useNow } from '../../ui/parts/use-now';
import { say } from '../../words/say';
import { useTask } from '../parts/use-task';

/** Gives out the one code that the seller names. */
export function OneCode({ pool, promotion, left }: { pool: Pool; promotion: Promotion; left: number }) {
  const [code, setCode] = useState('');
  const [to, setTo] = useState('');
  const [missing, setMissing] = useState(false);
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const { busy, told, run } = useTask();
  const { warning } = buttonWords(promotion, left, useNow());
  const stopped = useGivingStopped();
  const asking = `${code.trim()}/${to.trim()}`;

  function give() {
    setMissing(!code.trim());
    if (!code.trim() || busy !== null) return;
    void run(say('oneCodeBusy'), async () => {
      const answer = await giveThisCode(pool, promotion.id, code, to, askedFor === asking);
      if (answer.kind === 'again') {
        setAskedFor(asking);
        return { tone: 'warning', text: answer.text };
      }
      for (const clear of [setCode, setTo]) clear('');
      setAskedFor(null);
      return { tone: 'done', text: answer.text };
    });
  }

  return (
    <form
      class="panel-form"
      aria-label={say('oneCodeTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      <TextField
        label={say('oneCodeField')}
        fault={missing ? say('oneCodeFault') : undefined}
        longest={100}
        value={code}
        testId="one-code"
        onInput={setCode}
      />
      <TextField
        label={say('oneCodeTo')}
        placeholder={say('oneCodeToExample')}
        value={to}
        testId="one-code-to"
        onInput={setTo}
      />
      {(stopped ?? warning) && <p class="cc-hint">{stopped ?? warning}</p>}
      <div class="cc-row">
        <button
          type="submit"
          class="cc-button"
          data-testid="one-code-give"
          disabled={busy !== null || stopped !== null}
        >
          {busy ?? say('oneCodeGive')}
        </button>
      </div>
      <Told told={told} testId="one-code-told" />
    </form>
  );
}
