/* Runs in a page of a Chromium, over its own IndexedDB. */

import { catchUp, longLog } from './catching-up';
import { codes } from './codes';
import { joining } from './large-pool';

Object.assign(globalThis, {
  joining,
  catchingUp: async (acts: number) => {
    const { log, seat } = await longLog(acts, codes);
    return catchUp(log, seat);
  },
});
