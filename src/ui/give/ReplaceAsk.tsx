import { say } from '../../words/say';
import { AskBox } from '../parts/AskBox';

interface ReplaceAskProps {
  /** The code, as it may be shown. */
  code: string;
  /** It was canceled before: the next one goes out, and no more. */
  canceled: boolean;
  onReplace: () => void;
  onCancel: () => void;
}

/** Asked before a code is canceled and the next one given in its place. */
export function ReplaceAsk({ code, canceled, onReplace, onCancel }: ReplaceAskProps) {
  return (
    <AskBox
      testId="replace-ask"
      onCancel={onCancel}
      legend={<b>{say(canceled ? 'replaceAskCanceled' : 'replaceAsk', { code })}</b>}
    >
      <p class="cc-hint">{say('replaceHow')}</p>
      <div class="cc-row">
        <button type="button" class="cc-button cc-small" data-testid="replace-confirm" onClick={onReplace}>
          {say(canceled ? 'replaceNext' : 'replaceConfirm')}
        </button>
        <button type="button" class="cc-button cc-small cc-quiet" onClick={onCancel}>
          {say('formCancel')}
        </button>
      </div>
    </AskBox>
  );
}
