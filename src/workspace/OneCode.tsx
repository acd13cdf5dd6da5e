import { useState } from 'preact/hooks';
import { cancelThisCode, giveThisCode } from '../actions/one-code';
import type { Promotion } from '../domain/promotion';
import type { Db } from '../ledger';
import { buttonWords } from '../ui/GiveNext';
import { Notice } from '../ui/Notice';
import { TextField } from '../ui/TextField';
import { useNow } from '../ui/use-now';
import { useTask } from './use-task';

type Fault = { readonly field: 'code' | 'reason'; readonly text: string };

/** Acts on one code that the seller names: giving out just this one, or cancelling it. */
export function OneCode({ db, promotion, left }: { db: Db; promotion: Promotion; left: number }) {
  const [code, setCode] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const { busy, told, run } = useTask();
  const { warning } = buttonWords(promotion, left, useNow());
  const faultOf = (field: Fault['field']) => (fault?.field === field ? fault.text : undefined);
  const asking = `${code.trim()}/${to.trim()}`;

  function act(kind: 'give' | 'cancel') {
    const missing: Fault | null = !code.trim()
      ? { field: 'code', text: 'Type the code, as it stands in Amazon’s file.' }
      : kind === 'cancel' && !reason.trim()
        ? { field: 'reason', text: 'Say why: it stays in the history.' }
        : null;
    setFault(missing);
    if (missing || busy !== null) return;
    void run(kind === 'give' ? 'Giving out…' : 'Cancelling…', async () => {
      const answer =
        kind === 'give'
          ? await giveThisCode(db, promotion.id, code, to, askedFor === asking)
          : await cancelThisCode(db, promotion.id, code, reason);
      if (answer.kind === 'again') {
        setAskedFor(asking);
        return { tone: 'warning', text: answer.text };
      }
      for (const clear of [setCode, setTo, setReason]) clear('');
      setAskedFor(null);
      return { tone: 'done', text: answer.text };
    });
  }

  return (
    <form
      class="panel-form"
      aria-label="One certain code"
      onSubmit={(event) => {
        event.preventDefault();
        act('give');
      }}
    >
      <TextField
        label="Code"
        fault={faultOf('code')}
        longest={100}
        value={code}
        testId="one-code"
        onInput={setCode}
      />
      <TextField
        label="To"
        placeholder="Name, not required"
        value={to}
        testId="one-code-to"
        onInput={setTo}
      />
      {warning && <p class="cc-hint">{warning}</p>}
      <div class="cc-row">
        <button type="submit" class="cc-button" data-testid="one-code-give" disabled={busy !== null}>
          {busy ?? 'Give out this code'}
        </button>
      </div>
      <TextField
        label="Or cancel it, because"
        hint="Nobody gets it from here any more. Amazon itself still takes it until the promotion ends."
        fault={faultOf('reason')}
        placeholder="e.g. posted in public by mistake"
        value={reason}
        testId="one-code-reason"
        onInput={setReason}
      />
      <div class="cc-row">
        <button
          type="button"
          class="cc-button"
          data-testid="one-code-cancel"
          disabled={busy !== null}
          onClick={() => act('cancel')}
        >
          Cancel this code for good
        </button>
      </div>
      {told && <Notice {...told} testId="one-code-told" />}
    </form>
  );
}
