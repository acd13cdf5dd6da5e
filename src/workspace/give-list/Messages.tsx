import { useEffect, useState } from 'preact/hooks';
import { messageFor } from '../../actions/desk/message';
import { sentKey, whoAwaits } from '../../actions/give-list/reserved';
import type { Pool } from '../../actions/pool';
import type { Promotion } from '../../domain/promotion';
import { copyText } from '../../platform/clipboard';
import { markSent, sentMessages } from '../../stored/sent-messages';
import { Notice } from '../../ui/parts/Notice';
import { number, whom } from '../../words/format';
import { sentenceOf } from '../../words/problem-words';
import { say } from '../../words/say';
import { useRead } from '../parts/use-read';

interface MessagesProps {
  pool: Pool;
  promotion: Promotion;
  issuance: string;
}

/** The messages to the people of a list, one by one: copied, sent elsewhere, and marked as sent here. */
export function Messages({ pool, promotion, issuance }: MessagesProps) {
  const read = useRead(pool.onChange, `people ${issuance}`, () => pool.listPeople(issuance));
  const [sent, setSent] = useState<ReadonlySet<string> | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const [told, setTold] = useState('');
  useEffect(() => {
    sentMessages(issuance).then(setSent, (error) => {
      setSent(new Set());
      setTold(sentenceOf(error));
    });
  }, [issuance]);
  if (read.problem) return <Notice tone="problem" text={read.problem} />;
  const people = read.value && whoAwaits(read.value);
  if (!people || !sent) return null;
  const open = people.findIndex((each) => !sent.has(sentKey(each)));
  const index = Math.min(at ?? Math.max(0, open), people.length - 1);
  const person = people[index];
  if (!person) return null;
  const isSent = sent.has(sentKey(person));
  const go = (to: number) => {
    setTold('');
    setAt(Math.max(0, Math.min(people.length - 1, to)));
  };
  const mark = async (isSent: boolean) => {
    const next = new Set(sent);
    if (isSent) next.add(sentKey(person));
    else next.delete(sentKey(person));
    setSent(next);
    try {
      // Another page may have marked others meanwhile.
      setSent(await markSent(issuance, [sentKey(person)], isSent));
    } catch (error) {
      setTold(sentenceOf(error));
    }
  };
  const text = messageFor(promotion, person.code).text;
  const done = people.filter((each) => sent.has(sentKey(each))).length;
  return (
    <section class="list-messages" aria-label={say('listMessages')} data-testid="list-messages">
      <div class="list-message-head">
        <b>{whom(person)}</b>
        <span class="cc-hint">
          {person.handle ? `${person.handle} · ` : ''}
          {say('listMessageOf', { at: number(index + 1), all: number(people.length) })}
          {' · '}
          {say('listMessagesSent', { sent: number(done), all: number(people.length) })}
        </span>
      </div>
      <div class="message-preview" data-testid="list-message">
        {text}
      </div>
      <div class="cc-row">
        <button
          type="button"
          class="cc-button cc-primary"
          data-testid="list-message-copy"
          onClick={async () =>
            setTold((await copyText(text)) ? say('givenCopied') : say('deskMessageRefused'))
          }
        >
          {say('givenCopyMessage')}
        </button>
        <button
          type="button"
          class="cc-button"
          data-testid="list-message-sent"
          aria-pressed={isSent}
          onClick={() => {
            void mark(!isSent);
            if (!isSent) go(index + 1);
          }}
        >
          {isSent ? say('listMessageUnsent') : say('listMessageSent')}
        </button>
        <button
          type="button"
          class="cc-button cc-quiet"
          data-testid="list-message-previous"
          disabled={index === 0}
          onClick={() => go(index - 1)}
        >
          {say('listMessagePrevious')}
        </button>
        <button
          type="button"
          class="cc-button cc-quiet"
          data-testid="list-message-next"
          disabled={index === people.length - 1}
          onClick={() => go(index + 1)}
        >
          {say('listMessageNext')}
        </button>
        <span role="status">{told}</span>
      </div>
    </section>
  );
}
