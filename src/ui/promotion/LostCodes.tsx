import { codes, isToday, shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { Sentence } from '../parts/Sentence';
import { useNow } from '../parts/use-now';
import { LoadLastCopy } from './Damaged';

interface LostCodesProps {
  /** How many codes there were, when (ISO), and how many are here now. */
  lost: { readonly codes: number; readonly at: string; readonly here: number };
  onSeenTo: () => void;
}

/** The browser no longer has what was kept in it: what happened, and what is safe to do. */
export function LostCodes({ lost, onSeenTo }: LostCodesProps) {
  const { here } = lost;
  const now = useNow();
  const time = shortTime(lost.at, now);
  const there = { codes: '{codes}' };
  const were = isToday(lost.at, now)
    ? say('lostToday', { ...there, time })
    : say('lostDay', { ...there, date: time });
  return (
    <section class="cc-notice cc-notice-problem cc-lost" role="alert" data-testid="lost-codes">
      <h2>{say('lostTitle')}</h2>
      <p>
        <Sentence of={were} parts={{ codes: <b>{codes(lost.codes)}</b> }} />{' '}
        {here === 0 ? say('lostNone') : sayCount('lostSome', here)} {say('lostWhy')}
      </p>
      <ol>
        <li>
          <b>{say('lostDontAdd')}</b> {say('lostTwice')}
        </li>
        <li>
          <Sentence of={say('lostLoad', { link: '{link}' })} parts={{ link: <LoadLastCopy /> }} />
        </li>
        <li>
          <Sentence
            of={say('lostNoCopy', { choice: '{choice}' })}
            parts={{ choice: <b>{say('lostPartly')}</b> }}
          />
        </li>
      </ol>
      <button type="button" class="cc-button" onClick={onSeenTo}>
        {say('lostSeenTo')}
      </button>
    </section>
  );
}
