import { useState } from 'preact/hooks';
import { languageLikeStore, messageFor, messageLanguage, screenLanguage } from '../../actions/desk/message';
import { mentionsReviews } from '../../domain/message';
import { messageWords } from '../../domain/messages';
import { isMessageLanguage, type MessageLanguage, messageLanguages } from '../../domain/messages/languages';
import { placeholders } from '../../domain/messages/message-words';
import type { Promotion } from '../../domain/promotion';
import { Field } from '../../ui/parts/Field';
import { Notice } from '../../ui/parts/Notice';
import { languageIn, listed } from '../../words/format';
import { sentenceOf } from '../../words/problem-words';
import { say } from '../../words/say';

interface MessagePanelProps {
  promotion: Promotion;
  onSave: (patch: Pick<Promotion, 'template' | 'messageLanguage'>) => Promise<void>;
}

/** The promotion's message to a shopper, as it is written and as it will read. */
export function MessagePanel({ promotion, onSave }: MessagePanelProps) {
  const [typed, setTyped] = useState<string | null>(null);
  /** The language chosen and not saved yet: null for the store's. */
  const [chosen, setChosen] = useState<MessageLanguage | null | undefined>(undefined);
  const [told, setTold] = useState('');
  const wished = chosen === undefined ? (promotion.messageLanguage ?? null) : chosen;
  const shown = { ...promotion, messageLanguage: wished };
  const language = messageLanguage(shown);
  const usual = messageWords[language].template;
  const template = typed ?? promotion.template ?? usual;
  const isUsual = template.trim() === usual || !template.trim();
  // A page shows a code only when it is given out.
  const sample = say('messageSampleCode');
  const { text, missing } = messageFor({ ...shown, template }, sample);
  const screen = screenLanguage();
  const meaning =
    isUsual && language !== screen
      ? messageFor({ ...promotion, template: null, messageLanguage: screen }, sample).text
      : null;

  async function save(template: string | null) {
    try {
      await onSave({ template, messageLanguage: wished });
      setTyped(null);
      setChosen(undefined);
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
        void save(isUsual ? null : template.trim());
      }}
    >
      <h2 id="message-title">{say('messageTitle')}</h2>
      <Field label={say('messageLanguage')} hint={say('messageLanguageHint')}>
        {(control) => (
          <select
            {...control}
            class="cc-input"
            value={wished ?? ''}
            data-testid="message-language"
            onChange={({ currentTarget: { value } }) => {
              setChosen(isMessageLanguage(value) ? value : null);
              // What was typed stays, unless it is what the other language would say, too.
              if (isUsual) setTyped(null);
              setTold('');
            }}
          >
            <option value="">
              {say('messageLanguageStore', { language: languageIn(languageLikeStore(promotion)) })}
            </option>
            {messageLanguages.map((each) => (
              <option key={each} value={each} lang={each}>
                {languageIn(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={say('messageField')}
        hint={say('messageFieldHint', { places: placeholders.map((name) => `{${name}}`).join(' ') })}
      >
        {(control) => (
          <textarea
            {...control}
            class="cc-input"
            rows={7}
            maxLength={2000}
            dir="auto"
            lang={language}
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
      <div class="message-preview" dir="auto" lang={language} data-testid="message-preview">
        {text}
      </div>
      {meaning !== null && (
        <div class="message-meaning cc-hint" data-testid="message-meaning">
          <p>{say('messageMeaning', { language: languageIn(screen) })}</p>
          <p lang={screen}>{meaning}</p>
        </div>
      )}
      {missing.length > 0 && <p class="cc-hint">{say('messageMissing', { missing: listed(missing) })}</p>}
      <div class="cc-row">
        <button
          type="submit"
          class="cc-button"
          disabled={typed === null && chosen === undefined}
          data-testid="message-save"
        >
          {say('messageSave')}
        </button>
        {!isUsual && (
          <button type="button" class="cc-button cc-quiet" onClick={() => void save(null)}>
            {say('messageReset')}
          </button>
        )}
        <span role="status">{told}</span>
      </div>
    </form>
  );
}
