import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Finding } from '../../actions/find/find';
import type { FindActs } from '../../actions/find/find-acts';
import { sentenceOf } from '../../words/problem-words';
import { say, sayCount } from '../../words/say';
import { Field } from '../parts/Field';
import { Told } from '../parts/Told';
import { FoundCode } from './FoundCode';
import { FoundNames } from './FoundNames';

interface FindBoxProps {
  acts: FindActs;
  /** Where the workspace's addresses begin, without `#`; empty in the workspace itself. */
  workspace: string;
}

const isTooShort = (text: string) => text.trim().length < 2;
const typingPause = 200;
/** Milliseconds after which an answer that is not there yet is announced. */
const slowFrom = 300;
/** Answers shown at first; each time that the rest is asked for, five times as many. */
const atFirst = 20;

/** One field that answers for a code, a person, a promotion, or a pasted message. */
export function FindBox({ acts, workspace }: FindBoxProps) {
  const [text, setText] = useState('');
  const [shown, setShown] = useState(atFirst);
  const [finding, setFinding] = useState<Finding | string | null>(null);
  const [looking, setLooking] = useState(false);
  const [copied, setCopied] = useState({ code: '', told: '' });
  const [told, setTold] = useState<{ tone: 'done' | 'problem'; text: string } | null>(null);
  const asked = useRef('');
  const field = useRef<HTMLInputElement>(null);

  async function find(wanted: string, most = shown) {
    const key = `${most} ${wanted}`;
    asked.current = key;
    if (isTooShort(wanted)) {
      setLooking(false);
      return setFinding(null);
    }
    const slow = setTimeout(() => setLooking(asked.current === key), slowFrom);
    const found = await acts.find(wanted, most).catch(sentenceOf);
    clearTimeout(slow);
    // An answer to what was typed before must not stand under what is typed now.
    if (asked.current !== key) return;
    setLooking(false);
    setFinding(found);
  }

  async function copy(code: string) {
    setCopied({ code, told: '' });
    const result = await acts.copy(code);
    if (result === 'not-out') return find(text);
    setCopied({ code, told: say(result === 'copied' ? 'findCopied' : 'findNotCopied') });
  }

  /** Does something to an answer, tells what it came to, and looks anew. */
  async function act(work: () => Promise<string>) {
    setTold(null);
    setTold(
      await work().then(
        (done) => (done === '' ? null : { tone: 'done', text: done }),
        (error) => ({ tone: 'problem', text: sentenceOf(error) }),
      ),
    );
    await find(text);
  }

  useEffect(() => {
    setShown(atFirst);
    setTold(null);
    // A field that was emptied takes its answers along, before anything below them can be pressed.
    const timer = setTimeout(() => void find(text, atFirst), isTooShort(text) ? 0 : typingPause);
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

  const found = typeof finding === 'string' ? null : finding;
  const isEmpty =
    found !== null && found.answers.length + found.promotions.length + found.people.length === 0;
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
              onFocus={acts.prepare}
            />
          )}
        </Field>
      </form>
      <div role="status">
        {looking && <p class="cc-find-none">{say('findLooking')}</p>}
        {!looking && found && found.answers.length > 0 && (
          <p class="cc-unseen">{sayCount('findFound', found.total)}</p>
        )}
        {!looking && typeof finding === 'string' && <p class="cc-fault">{finding}</p>}
        {!looking && isEmpty && told === null && (
          <p class="cc-find-none" data-testid="find-none">
            {say('findNone')}
          </p>
        )}
      </div>
      {found && (!isEmpty || told !== null) && (
        <div class="cc-found">
          <Told told={told} testId="find-told" />
          <FoundNames finding={found} workspace={workspace} onLeave={() => setText('')} />
          <Codes
            finding={found}
            acts={acts}
            copied={copied}
            onCopy={(code) => void copy(code)}
            onCopyReply={async (answer) =>
              setCopied({ code: answer.code, told: acts.copied(await acts.copyReply(answer)) })
            }
            onAct={(work) => void act(work)}
          />
          {found.total > found.answers.length && (
            <p class="cc-found-more cc-row">
              {say(found.more ? 'findShownMore' : 'findShown', {
                shown: found.answers.length,
                total: found.total,
              })}
              <button
                type="button"
                class="cc-button cc-small"
                data-testid="find-more"
                onClick={() => {
                  const most = found.total;
                  setShown(most);
                  void find(text, most);
                }}
              >
                {say('findMore')}
              </button>
            </p>
          )}
        </div>
      )}
    </search>
  );
}

interface CodesProps {
  finding: Finding;
  acts: FindActs;
  copied: { readonly code: string; readonly told: string };
  onCopy: (code: string) => void;
  onCopyReply: (answer: Answer) => void;
  onAct: (work: () => Promise<string>) => void;
}

/** The codes found; where none is what was typed, those that are close to it, and called so. */
function Codes({ finding, acts, copied, onCopy, onCopyReply, onAct }: CodesProps) {
  const { answers } = finding;
  if (answers.length === 0) return null;
  return (
    <>
      {answers[0]?.near && (
        <p class="cc-found-near" data-testid="find-near">
          {sayCount('findNear', answers.length)}
        </p>
      )}
      <ul class="cc-found-codes" data-testid="find-results" aria-label={say('findResults')}>
        {answers.map((answer) => (
          <FoundCode
            key={answer.code}
            answer={answer}
            acts={acts}
            told={copied.code === answer.code ? copied.told : ''}
            onCopy={() => onCopy(answer.code)}
            onCopyReply={() => onCopyReply(answer)}
            onAct={onAct}
          />
        ))}
      </ul>
    </>
  );
}
