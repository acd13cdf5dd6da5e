import { browser } from './browser';

/**
 * Has the browser call back again and again, also after it stopped the worker. Call it while the worker starts: the
 * listener must be there when an alarm has woken it. The alarm itself is set again at each start, since browsers may
 * lose it, and left alone where it runs.
 */
export function everySoOften(name: string, minutes: number, listener: () => void): void {
  const { alarms } = browser;
  alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener();
  });
  void (async () => {
    const running = await alarms.get(name);
    // One set by a clock that was wrong would ring in years.
    const isSound =
      running?.periodInMinutes === minutes && running.scheduledTime - Date.now() <= minutes * 60_000;
    if (!isSound) await alarms.create(name, { periodInMinutes: minutes, delayInMinutes: minutes });
  })().catch((error: unknown) => console.warn('Claimcheck could not set its alarm:', error));
}
