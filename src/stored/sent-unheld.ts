import { kept } from './local';

/** When a page sent its form although the press was held; null where none did. Milliseconds. */
export const sentUnheld = kept('sentUnheld', (stored) => (typeof stored === 'number' ? stored : null));
