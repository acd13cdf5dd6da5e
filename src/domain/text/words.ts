import type messages from '../../../public/_locales/en/messages.json';

/** The name of a sentence in `_locales`. */
export type MessageKey = keyof typeof messages;

/** Words a sentence: `values` take the places `$1`, `$2` … Whoever asks the domain brings it along. */
export type Say = (key: MessageKey, ...values: readonly (string | number)[]) => string;
