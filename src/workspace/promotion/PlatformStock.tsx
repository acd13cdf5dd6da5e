import { useState } from 'preact/hooks';
import { type LeftThere, reallyGivenOut, rose, toldOf } from '../../domain/allocation';
import { wholeNumber } from '../../domain/text/typed-number';
import { GivenByPlatform } from '../../ui/charts/GivenByPlatform';
import { Sentence } from '../../ui/parts/Sentence';
import { TextField } from '../../ui/parts/TextField';
import { number, onTime, shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';

interface LeftThereFormProps {
  issuance: string;
  count: number;
  /** When the lot was handed over, ISO 8601. */
  since: string;
  told: readonly LeftThere[];
  onTell: (left: number) => void;
}

/** For a lot at a platform: what the platform still has, so what it has really given out. */
export function PlatformStock({ issuance, count, since, told, onTell }: LeftThereFormProps) {
  const [left, setLeft] = useState('');
  const [asked, setAsked] = useState(false);
  const [doubted, setDoubted] = useState<LeftThere | null>(null);
  const typed = wholeNumber(left);
  const whole = typed !== null && typed <= count;
  const out = reallyGivenOut(count, told, issuance);
  const history = toldOf(told, issuance);
  return (
    <form
      class="left-there"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(!whole);
        if (!whole) return;
        const before = rose(told, issuance, typed);
        setDoubted(doubted ? null : before);
        if (before && !doubted) return;
        onTell(typed);
        setLeft('');
      }}
    >
      <TextField
        label={say('platformLeft')}
        class="left-there-field"
        fault={asked && !whole ? say('platformFault', { most: count }) : undefined}
        digits="numeric"
        value={left}
        testId="left-there"
        onInput={(text) => {
          setLeft(text);
          setDoubted(null);
        }}
      />
      <button type="submit" class="cc-button cc-small" data-testid="left-there-save">
        {say(doubted ? 'platformSaveAnyway' : 'platformSave')}
      </button>
      <p role="status" class="left-there-told" data-testid="really-given-out">
        {doubted ? (
          say('platformRose', {
            before: number(doubted.left),
            time: onTime(doubted.at),
            now: number(typed ?? 0),
          })
        ) : out === null ? (
          <span class="cc-hint">{say('platformUnknown')}</span>
        ) : (
          <Sentence of={say('platformOut', { count: '{count}' })} parts={{ count: <b>{number(out)}</b> }} />
        )}
      </p>
      {history.length > 1 && (
        <GivenByPlatform
          count={count}
          since={since}
          points={history.toReversed().map(({ at, left: there }) => ({ at, out: count - there }))}
        />
      )}
      {history.length > 0 && (
        <ul class="left-there-history">
          {history.map((each) => (
            <li key={each.at}>{toldWords(each)}</li>
          ))}
        </ul>
      )}
    </form>
  );
}

function toldWords({ at, left, by }: LeftThere): string {
  const time = shortTime(at);
  return by ? sayCount('platformToldBy', left, { time, name: by }) : sayCount('platformTold', left, { time });
}
