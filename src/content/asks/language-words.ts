import { send } from '../../messaging/send';
import { offerLanguages } from '../../page/labels';
import { browser } from '../../platform/native';
import { isConnected } from '../on-page/lifetime';

/**
 * Gets the words of the page's language where that isn't English: asks the background once for each
 * language, and calls back when they came. Until then the page counts as one in an unknown language.
 */
export function languageWords(came: () => void) {
  const asked = new Set<string | null>();

  async function ask(language: string | null): Promise<void> {
    const reply = await send((message) => browser.runtime.sendMessage(message), 'labels/get', { language });
    if (!reply.ok) {
      asked.delete(language);
      console.warn('Claimcheck could not get the words of this language:', reply.message);
      return;
    }
    if (Object.keys(reply.value).length === 0) return;
    offerLanguages(reply.value);
    came();
  }

  return {
    /** `lang` as the page says it, `de-DE`. Where it says none and its words are not English: all of them. */
    need(lang: string, isTold: boolean): void {
      const said = lang.toLowerCase().split(/[-_]/)[0] ?? '';
      const language = /^[a-z]{2}$/.test(said) ? said : isTold ? 'en' : null;
      if (language === 'en' || asked.has(language) || !isConnected()) return;
      asked.add(language);
      void ask(language).catch((error) => console.warn('Claimcheck could not get words:', error));
    },
  };
}
