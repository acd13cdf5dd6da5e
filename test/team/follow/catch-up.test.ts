import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { catchUp, longLog } from '../catch-up/catching-up';
import { codes } from '../catch-up/codes';

it('follows what it missed in lots, tells of it now and then, and comes to what one came to who was there', async () => {
  const { log, seat } = await longLog(300, codes);
  const { sum, tells } = await catchUp(log, seat);
  expect(tells).toBeLessThan(30);
  const again = await catchUp(log, seat);
  expect(again.sum).toBe(sum);
});
