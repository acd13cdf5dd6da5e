import { useEffect, useRef, useState } from 'preact/hooks';
import { codes, number } from '../../words/format';
import { sentenceOf } from '../../words/problem-words';
import { Field } from '../parts/Field';
import type { Act, ActActs, SentTold } from '../promotion/promotion-model';

interface SentOfLotProps {
  act: Act;
  acts: Pick<ActActs, 'readSent' | 'readSentFile'>;
  onDone: (sent: readonly string[]) => void;
}

/** Names the codes of a lot that were sent, pasted or from a file; the others go back into the line. */
export function SentOfLot({ act, acts, onDone }: SentOfLotProps) {
  const [text, setText] = useState('');
  const [told, setTold] = useState<SentTold | string | null>(null);
  const asked = useRef(0);
  async function read(work: () => Promise<SentTold>) {
    asked.current += 1;
    const turn = asked.current;
    const answer = await work().catch(sentenceOf);
    if (turn === asked.current) setTold(answer);
  }
  useEffect(() => {
    if (text.trim() === '') setTold(null);
    else void read(() => acts.readSent(act.issuance, text));
  }, [text]);
  const pick = (file: File | undefined) => {
    if (file) void read(() => acts.readSentFile(act.issuance, file));
  };
  // A line that may hold a code must not vanish: its code would go out again.
  const ready = told !== null && typeof told !== 'string' && told.sent > 0 && !told.notUnderstood;
  return (
    <div class="cc-panel">
      <Field
        label="Codes that were sent"
        hint={typeof told === 'string' ? undefined : hintFor(told)}
        fault={typeof told === 'string' ? told : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            class="cc-input cc-mono"
            rows={3}
            spellcheck={false}
            autoComplete="off"
            value={text}
            data-testid="sent-of-lot"
            onInput={(event) => setText(event.currentTarget.value)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              const file = event.dataTransfer?.files[0];
              if (!file) return;
              event.preventDefault();
              pick(file);
            }}
          />
        )}
      </Field>
      <input
        type="file"
        accept=".txt,.csv,.zip"
        aria-label="A file of the codes that were sent"
        data-testid="sent-of-lot-file"
        onChange={(event) => {
          pick(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <div class="cc-row">
        <button
          type="button"
          class="cc-button cc-small cc-primary"
          data-testid="sent-of-lot-confirm"
          disabled={!ready}
          onClick={() => {
            if (ready) onDone(told.codes);
          }}
        >
          {ready
            ? `Cancel ${number(told.sent)}, put ${number(told.rest)} back`
            : 'Cancel these, put the rest back'}
        </button>
      </div>
    </div>
  );
}

function hintFor(told: SentTold | null): string {
  if (!told) return 'Paste them in any form, drop a file here, or choose one.';
  const parts = [
    `${codes(told.sent)} of this lot ${told.sent === 1 ? 'was' : 'were'} sent; ${number(told.rest)} left over.`,
  ];
  if (told.strangers > 0) parts.push(`${codes(told.strangers)} in your list are not out in this lot.`);
  if (told.notUnderstood) parts.push(told.notUnderstood);
  return parts.join(' ');
}
