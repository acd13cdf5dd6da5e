import { afterEach, expect, it, vi } from 'vitest';
import { send } from '../../src/messaging/send';

afterEach(() => {
  vi.useRealTimers();
});

const ask = (channel: () => Promise<unknown>) => send(channel, 'taught/all', {});
const stopped = { ok: false, message: expect.stringContaining('stopped before it answered') };

it('gives the background’s answer', async () => {
  expect(await ask(async () => ({ ok: true, value: null }))).toEqual({ ok: true, value: null });
});

it('says in words that the background was stopped, whichever way the browser shows it', async () => {
  expect(await ask(() => Promise.reject(new Error('Receiving end does not exist.')))).toEqual(stopped);
  expect(await ask(async () => undefined)).toEqual(stopped);
  vi.useFakeTimers();
  const never = ask(() => new Promise(() => undefined));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await never).toEqual(stopped);
});
