import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../actions/desk/find';
import { sentenceOf } from '../../words/problem-words';
import { say, sayCount } from '../../words/say';
import { Field } from '../parts/Field';
import { FoundCode } from './FoundCode';

interface FindBoxProps {
  /** The field is about to be used. */
  onPrepare: () => void;
  onFind: (text: string) => Promise<readonly Answer[]>;
  onCopy: (code: string) => Promise<'copied' | 'refused' | 'not-out'>;
  onMarkUsed: (promotionId: string, code: string, orderId: string) => Promise<void>;
}

const isTooShort = (text: string) => text.trim().length < 2;
const typingPause = 200;
/** Milliseconds after which an answer that is not there yet is announced. */
const slowFrom = 300;

/** One field that answers for a code, a person or a pasted message. */
export function FindBox({ onPrepare, onFind, onCopy, onMarkUsed }: FindBoxProps) {
  const [text, setText] = useState('');
  const [answers, setAnswers] = useState<readonly Answer[] | string | null>(null);
  const [looking, setLooking] = useState(false);
  const [copied, setCopied] = useState({ code: '', told: '' });
  const asked = useRef('');
  const field = useRef<HTMLInputElement>(null);

  async function find(wanted: string) {
    asked.current = wanted;
    if (isTooShort(wanted)) {
      setLooking(false);
      return setAnswers(null);
    }
    const slow = setTimeout(() => setLooking(asked.current === wanted), slowFrom);
    const found = await onFind(wanted).catch(sentenceOf);
    clearTimeout(slow);
    // An answer to what was typed before must not stand under what is typed now.
    if (asked.current !== wanted) return;
    setLooking(false);
    setAnswers(found);
  }

  async function copy(code: string) {
    setCopied({ code, told: '' });
    const result = await onCopy(code);
    if (result === 'not-out') return find(text);
    setCopied({
      code,
      told: say(result === 'copied' ? 'findCopied' : 'findNotCopied'),
    });
  }

  useEffect(() => {
    // A field that was emptied takes its answers along, before anything below them can be pressed.
    const timer = setTimeout(() => void find(text), isTooShort(text) ? 0 : typingPause);
    return () => clearTimeout(timer);
  }, [text]);

  useEffect(() => {
    if (!text) return;
    const closed = (event: KeyboardEvent) => {
      const { target } = event;
      const elsewhere =
        target instanceof HTMLElement &&
        target !== field.current &&
        target.matches('input, textarea, select');
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || elsewhere) return;
      // Escape closes a popup; first it takes the answers away, unless something else is being typed.
      event.preventDefault();
      setText('');
      field.current?.focus();
    };
    document.addEventListener('keydown', closed);
    return () => document.removeEventListener('keydown', closed);
  }, [text]);

  return (
    <search class="cc-find">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void find(text);
        }}
      >
        <Field label={say('findLabel')} labelHidden>
          {(control) => (
            <input
              {...control}
              ref={field}
              class="cc-input"
              type="text"
              autoComplete="off"
              spellcheck={false}
              placeholder={say('findPlaceholder')}
              value={text}
              data-testid="find-code"
              onInput={(event) => setText(event.currentTarget.value)}
              onFocus={onPrepare}
            />
          )}
        </Field>
      </form>
      <div role="status">
        {looking && <p class="cc-find-none">{say('findLooking')}</p>}
        {!looking && answers !== null && typeof answers !== 'string' && answers.length > 0 && (
          <p class="cc-unseen">{sayCount('findFound', answers.length)}</p>
        )}
        {!looking && typeof answers === 'string' && <p class="cc-fault">{answers}</p>}
        {!looking && answers !== null && typeof answers !== 'string' && answers.length === 0 && (
          <p class="cc-find-none" data-testid="find-none">
            {say('findNone')}
          </p>
        )}
      </div>
      {answers !== null && typeof answers !== 'string' && answers.length > 0 && (
        <ul class="cc-found" data-testid="find-results" aria-label={say('findResults')}>
          {answers.map((answer) => (
            <FoundCode
              key={answer.code}
              answer={answer}
              told={copied.code === answer.code ? copied.told : ''}
              onCopy={() => void copy(answer.code)}
              onMarkUsed={async (order) => {
                await onMarkUsed(answer.promotion.id, answer.code, order);
                await find(text);
              }}
            />
          ))}
        </ul>
      )}
    </search>
  );
}
