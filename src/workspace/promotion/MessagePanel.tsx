import { useState } from 'preact/hooks';
import { messageFor } from '../../actions/desk/message';
import { defaultTemplate, mentionsReviews, placeholders } from '../../domain/message';
import type { Promotion } from '../../domain/promotion';
import { Field } from '../../ui/parts/Field';
import { Notice } from '../../ui/parts/Notice';
import { listed } from '../../words/format';
import { sentenceOf } from '../../words/problem-words';
import { say } from '../../words/say';

interface MessagePanelProps {
  promotion: Promotion;
  onSave: (template: string | null) => Promise<void>;
}

/** The promotion's message to a buyer, as it is written and as it will read. */
export function MessagePanel({ promotion, onSave }: MessagePanelProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const template = typed ?? promotion.template ?? defaultTemplate;
  // A page shows a code only when it is given out.
  const { text, missing } = messageFor({ ...promotion, template }, say('messageSampleCode'));

  async function save(next: string | null) {
    try {
      await onSave(next);
      setTyped(null);
      setTold(say('messageSaved'));
    } catch (error) {
      setTold(sentenceOf(error));
    }
  }

  return (
    <form
      class="panel"
      aria-labelledby="message-title"
      onSubmit={(event) => {
        event.preventDefault();
        void save(template.trim() === defaultTemplate || !template.trim() ? null : template.trim());
      }}
    >
      <h2 id="message-title">{say('messageTitle')}</h2>
      <Field
        label={say('messageField')}
        hint={say('messageFieldHint', { places: placeholders.map((name) => `{${name}}`).join(' ') })}
      >
        {(control) => (
          <textarea
            {...control}
            class="cc-input"
            rows={5}
            maxLength={2000}
            value={template}
            data-testid="message-template"
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setTold('');
            }}
          />
        )}
      </Field>
      {mentionsReviews(template) && <Notice tone="warning" text={say('messageReviews')} />}
      <div class="message-preview" data-testid="message-preview">
        {text}
      </div>
      {missing.length > 0 && <p class="cc-hint">{say('messageMissing', { missing: listed(missing) })}</p>}
      <div class="cc-row">
        <button type="submit" class="cc-button" disabled={typed === null} data-testid="message-save">
          {say('messageSave')}
        </button>
        {template.trim() !== defaultTemplate && (
          <button type="button" class="cc-button cc-quiet" onClick={() => void save(null)}>
            {say('messageReset')}
          </button>
        )}
        <span role="status">{told}</span>
      </div>
    </form>
  );
}
