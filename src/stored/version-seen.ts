import { kept } from './local';

const versionKey = 'version-seen';

/** The version whose news the seller has seen; null in a browser where none was told yet. */
export const versionSeen = kept(versionKey, (stored) => (typeof stored === 'string' ? stored : null));
