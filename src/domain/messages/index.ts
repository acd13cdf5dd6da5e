import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';
import { ja } from './ja';
import type { MessageLanguage } from './languages';
import type { MessageWords } from './message-words';
import { nl } from './nl';
import { pl } from './pl';
import { pt } from './pt';
import { sv } from './sv';
import { tr } from './tr';

/** What each language has to say in a message to a shopper. */
export const messageWords: Readonly<Record<MessageLanguage, MessageWords>> = {
  en,
  de,
  fr,
  it,
  es,
  pt,
  nl,
  sv,
  pl,
  tr,
  ja,
  ar,
};
