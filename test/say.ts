import { catalogue } from '../src/words/catalogue';
import { say as inWords, speak } from '../src/words/say';
import type { Say } from '../src/words/sentences';

speak(catalogue);

/** The sentences as a page would say them. */
export const say: Say = inWords;
