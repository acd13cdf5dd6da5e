import sentences from '../public/_locales/en/messages.json';
import type { Say } from '../src/domain/text/words';

/** The sentences as the browser would say them. */
export const say: Say = (key, ...values) =>
  sentences[key].message.replace(/\$(\d)/g, (_, at) => {
    const value = values[at - 1] ?? '';
    return typeof value === 'string' ? value : value.toLocaleString();
  });
