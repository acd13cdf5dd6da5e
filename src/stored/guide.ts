import { kept } from './local';

/** Whether the seller folded the guide; from then on it opens only when asked to. */
export const guideFolded = kept('guideFolded', (stored) => stored === true);
