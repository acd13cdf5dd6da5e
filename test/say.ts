import sentences from '../public/_locales/en/messages.json';
import { say as inWords, speak } from '../src/words/say';
import type { Say } from '../src/words/sentences';

speak(sentences);

/** The sentences as a page would say them. */
export const say: Say = inWords;
