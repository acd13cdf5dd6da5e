import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../words/say';

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
  const box = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);
  return (
    <fieldset
      ref={box}
      class="cc-notice cc-notice-warning cc-ask cc-take-back"
      tabIndex={-1}
      data-testid="replace-ask"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <legend>
        <b>{say(canceled ? 'replaceAskCanceled' : 'replaceAsk', { code })}</b>
      </legend>
      <p class="cc-hint">{say('replaceHow')}</p>
      <div class="cc-row">
        <button type="button" class="cc-button cc-small" data-testid="replace-confirm" onClick={onReplace}>
          {say(canceled ? 'replaceNext' : 'replaceConfirm')}
        </button>
        <button type="button" class="cc-button cc-small cc-quiet" onClick={onCancel}>
          {say('formCancel')}
        </button>
      </div>
    </fieldset>
  );
}
