import { useState } from 'preact/hooks';
import type { Description, Taught } from '../../domain/taught';
import { forgetShown, forgetWord, type Lessons, loadLessons, onLessons } from '../../stored/lessons';
import { Notice } from '../../ui/parts/Notice';
import { Sentence } from '../../ui/parts/Sentence';
import { day, listed } from '../../words/format';
import { sentenceOf } from '../../words/problem-words';
import { say } from '../../words/say';
import { useRead } from '../parts/use-read';
import { settingWords } from './reading-words';

/** What the seller showed or confirmed on Amazon's pages: kept on this computer, and gone with one press. */
export function TaughtList() {
  const [fault, setFault] = useState('');
  const { value, problem } = useRead(onLessons, 'taught', loadLessons);
  async function forget(act: Promise<void>) {
    try {
      await act;
    } catch (error) {
      setFault(sentenceOf(error));
    }
  }
  if (problem || fault) return <Notice tone="problem" text={problem || fault} />;
  if (!value || isEmpty(value)) return null;
  return (
    <details class="drift cc-whole" data-testid="taught">
      <summary>{say('taughtTitle')}</summary>
      <ul>
        {value.shown.map((each) => (
          <li key={`${each.page} ${each.language} ${each.setting}`} data-taught={each.setting}>
            <Sentence of={shownWords(each)} parts={{ setting: <b>{settingWords(each.setting)}</b> }} />{' '}
            <Forget
              label={say('taughtForgetSetting', { setting: settingWords(each.setting) })}
              onForget={() => void forget(forgetShown(each))}
            />
            <p class="cc-hint">{knownBy(each.description)}</p>
          </li>
        ))}
        {value.words.map((each) => (
          <li key={each.key} data-confirmed-word={each.key}>
            <Sentence
              of={say('taughtWord', { setting: '{setting}', word: '{word}' })}
              parts={{ setting: <b>{settingWords(each.check)}</b>, word: each.word }}
            />{' '}
            <Forget
              label={say('taughtForgetWord', { word: each.word })}
              onForget={() => void forget(forgetWord(each))}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Forget({ label, onForget }: { label: string; onForget: () => void }) {
  return (
    <button type="button" class="cc-button cc-small" aria-label={label} onClick={onForget}>
      {say('taughtForget')}
    </button>
  );
}

function isEmpty({ shown, words }: Lessons): boolean {
  return shown.length === 0 && words.length === 0;
}

/** What a control is known by, for the seller to see that no value is kept. */
function knownBy({ names, label, before }: Description): string {
  const parts = [
    label && say('taughtByLabel', { label }),
    before && say('taughtByBefore', { label: before }),
    names.length > 0 ? say('taughtByName', { names: listed(names) }) : '',
  ].filter(Boolean);
  const ways = parts.slice(1).reduce((first, next) => say('taughtAndBy', { first, next }), parts[0] ?? '');
  return say('taughtKnownBy', { ways });
}

function shownWords({ page, language, at }: Taught): string {
  const places = { setting: '{setting}', language, day: day(at) };
  return page === 'offer' ? say('taughtOnOffer', places) : say('taughtOnForm', places);
}
