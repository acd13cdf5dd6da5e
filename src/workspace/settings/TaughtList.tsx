import { useState } from 'preact/hooks';
import { sentenceOf } from '../../actions/words';
import type { Description } from '../../domain/taught';
import { forgetShown, forgetWord, type Lessons, loadLessons, onLessons } from '../../stored/lessons';
import { Notice } from '../../ui/parts/Notice';
import { useRead } from '../parts/use-read';
import { day, settingWords } from './reading-words';

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
      <summary>What you showed Claimcheck</summary>
      <ul>
        {value.shown.map((each) => (
          <li key={`${each.page} ${each.language} ${each.setting}`} data-taught={each.setting}>
            <b>{settingWords(each.setting)}</b> on the{' '}
            {each.page === 'offer' ? 'offer page' : 'promotion form'} ({each.language}), shown on{' '}
            {day(each.at)}{' '}
            <Forget what={settingWords(each.setting)} onForget={() => void forget(forgetShown(each))} />
            <p class="cc-hint">{knownBy(each.description)}</p>
          </li>
        ))}
        {value.words.map((each) => (
          <li key={each.key} data-confirmed-word={each.key}>
            <b>{settingWords(each.check)}</b>: you confirmed that “{each.word}” is right{' '}
            <Forget what={`“${each.word}”`} onForget={() => void forget(forgetWord(each))} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Forget({ what, onForget }: { what: string; onForget: () => void }) {
  return (
    <button type="button" class="cc-button cc-small" aria-label={`Forget ${what}`} onClick={onForget}>
      Forget
    </button>
  );
}

function isEmpty({ shown, words }: Lessons): boolean {
  return shown.length === 0 && words.length === 0;
}

/** What a control is known by, for the seller to see that no value is kept. */
function knownBy({ names, label, before }: Description): string {
  const parts = [
    label && `its label “${label}”`,
    before && `“${before}” before it`,
    names.length > 0 && `its name ${names.join(', ')}`,
  ];
  return `Known by ${parts.filter(Boolean).join(', and by ')}.`;
}
