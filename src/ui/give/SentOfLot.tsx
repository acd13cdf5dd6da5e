import { useEffect, useRef, useState } from 'preact/hooks';
import type { SentTold } from '../../actions/desk/desk-state';
import type { IssuanceSummary } from '../../actions/pool';
import { sentenceOf } from '../../words/problem-words';
import { say, sayCount } from '../../words/say';
import { Field } from '../parts/Field';
import type { ActActs } from '../promotion/promotion-model';

interface SentOfLotProps {
  act: IssuanceSummary;
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
        label={say('sentOfLot')}
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
        aria-label={say('sentOfLotFile')}
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
          {ready ? say('sentOfLotDo', { count: told.sent, rest: told.rest }) : say('sentOfLotEmpty')}
        </button>
      </div>
    </div>
  );
}

function hintFor(told: SentTold | null): string {
  if (!told) return say('sentOfLotHow');
  const parts = [sayCount('sentOfLotCount', told.sent, { rest: told.rest })];
  if (told.strangers > 0) parts.push(sayCount('sentOfLotStrangers', told.strangers));
  if (told.notUnderstood) parts.push(told.notUnderstood);
  return parts.join(' ');
}
