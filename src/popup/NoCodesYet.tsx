import { useState } from 'preact/hooks';
import { Sentence } from '../ui/parts/Sentence';
import { say } from '../words/say';

/** What to do first, by where the seller stands: before the promotion, or with codes at hand. */
export function NoCodesYet() {
  const [making, setMaking] = useState(false);
  return (
    <section class="first-steps">
      <h2>{say('startTitle')}</h2>
      <p>{say('startWhat')}</p>
      <button type="button" class="door" aria-expanded={making} onClick={() => setMaking(!making)}>
        <b>{say('startMaking')}</b> <span>{say('startMakingHow')}</span>
      </button>
      {making && (
        <ol>
          <li>
            <Sentence
              of={say('startOpen', { menu: '{menu}', kind: '{kind}' })}
              parts={{ menu: <b>{say('startMenu')}</b>, kind: <b>{say('startKind')}</b> }}
            />
          </li>
          <li>{say('startMend')}</li>
          <li>
            <Sentence
              of={say('startCapture', { button: '{button}', capture: '{capture}' })}
              parts={{ button: <b>{say('manageCodes')}</b>, capture: <b>{say('captureName')}</b> }}
            />
          </li>
        </ol>
      )}
      <a class="door" href="../workspace/index.html#/">
        <b>{say('startHave')}</b> <span>{say('startHaveHow')}</span>
      </a>
      <p class="cc-hint">{say('startPrivate')}</p>
    </section>
  );
}
