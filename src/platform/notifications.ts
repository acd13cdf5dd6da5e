import { browser } from './browser';

const wanted = { permissions: ['notifications' as const] };

/** A notification of the computer. Another one with the same id takes its place. */
export interface Notification {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Whether the seller allowed notifications. */
export function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(wanted);
}

/** Has the browser ask the seller to allow them; whether they are allowed then. Only in a click. */
export function askToNotify(): Promise<boolean> {
  return browser.permissions.request(wanted);
}

/** Shows it. */
export async function showNotification({ id, title, text }: Notification): Promise<void> {
  const iconUrl = browser.runtime.getURL('icons/128.png');
  await browser.notifications.create(id, { type: 'basic', iconUrl, title, message: text });
}

/**
 * Calls back with the id of a notification that is clicked, and takes it from the screen. Call it while the worker
 * starts; where notifications are allowed only later, it listens from then on.
 */
export function onNotificationClick(listener: (id: string) => void): void {
  let listens = false;
  const listen = () => {
    const { notifications } = browser as Partial<typeof browser>;
    if (listens || !notifications) return;
    listens = true;
    notifications.onClicked.addListener((id) => {
      void notifications.clear(id);
      listener(id);
    });
  };
  listen();
  browser.permissions.onAdded.addListener(listen);
}
