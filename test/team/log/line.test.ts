import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { connectLog } from '../../../src/team/log/nats-log';

it('tells that the engine is out of reach once all of its machines were tried in vain', async () => {
  Object.assign(globalThis, { WebSocket });
  // Nobody listens there.
  const servers = ['wss://127.0.0.1:1', 'wss://127.0.0.1:2'];
  const log = connectLog({ servers, team: 'team', member: 'ann', credentials: null });
  const states: string[] = [];
  log.onState((state) => states.push(state));
  await expect.poll(() => states, { timeout: 20_000 }).toEqual(['away', 'unreachable']);
  await log.close();
  expect(states).toEqual(['away', 'unreachable', 'closed']);
});
