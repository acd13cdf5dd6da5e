import { useState } from 'preact/hooks';
import { messageFor } from '../../actions/desk/message';
import { sentenceOf } from '../../actions/words';
import { defaultTemplate, mentionsReviews, placeholders } from '../../domain/message';
import type { Promotion } from '../../domain/promotion';
import { Field } from '../../ui/parts/Field';
import { Notice } from '../../ui/parts/Notice';

interface MessagePanelProps {
  promotion: Promotion;
  onSave: (template: string | null) => Promise<void>;
}

/** Stands for a code in the preview: a page shows a code only when it is given out. */
const sampleCode = '[the code]';

/** The promotion's message to a buyer, as it is written and as it will read. */
export function MessagePanel({ promotion, onSave }: MessagePanelProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const template = typed ?? promotion.template ?? defaultTemplate;
  const { text, missing } = messageFor({ ...promotion, template }, sampleCode);

  async function save(next: string | null) {
    try {
      await onSave(next);
      setTyped(null);
      setTold('Saved.');
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
      <h2 id="message-title">Message</h2>
      <Field
        label="What “Copy message” copies"
        hint={`Filled in for you: ${placeholders.map((name) => `{${name}}`).join(' ')}`}
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
      {mentionsReviews(template) && (
        <Notice
          tone="warning"
          text="Amazon forbids a discount in exchange for a review, and a message that speaks of both can cost the account. Ask for nothing in return."
        />
      )}
      <div class="message-preview" data-testid="message-preview">
        {text}
      </div>
      {missing.length > 0 && (
        <p class="cc-hint">Left out until it stands in the details: {missing.join(', ')}.</p>
      )}
      <div class="cc-row">
        <button type="submit" class="cc-button" disabled={typed === null} data-testid="message-save">
          Save message
        </button>
        {template.trim() !== defaultTemplate && (
          <button type="button" class="cc-button cc-quiet" onClick={() => void save(null)}>
            Back to the first one
          </button>
        )}
        <span role="status">{told}</span>
      </div>
    </form>
  );
}
