import { expect, it } from 'vitest';
import { connectLog } from '../../../src/team/log/nats-log';

it('tells that the engine is out of reach once all of its machines were tried in vain', async () => {
  // Nobody listens there.
  const servers = ['wss://127.0.0.1:1', 'wss://127.0.0.1:2'];
  const log = connectLog({ servers, team: 'team', member: 'ann', credentials: null });
  const states: string[] = [];
  log.onState((state) => states.push(state));
  await expect.poll(() => states).toEqual(['away', 'unreachable']);
  await log.close();
  expect(states).toEqual(['away', 'unreachable', 'closed']);
});
