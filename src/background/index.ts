import { receiver, type Sender } from '../messaging/handle';
import { browser } from '../platform/browser';
import { openPanelIn } from '../platform/panel';
import { beginFreshLog } from './fresh-log';
import { keepLooking } from './guardian';
import { handlers } from './handlers';
import { greet } from './welcome';

const ownHosts = new Set(
  (browser.runtime.getManifest().content_scripts ?? []).flatMap((script) =>
    (script.matches ?? []).map((match) => match.split('/')[2]),
  ),
);

/** Only our own content script on the pages the manifest names, and our own pages, may ask. */
function mayAsk(sender: Sender): boolean {
  if (sender.id !== browser.runtime.id || sender.url === undefined) return false;
  const url = new URL(sender.url);
  return (
    sender.url.startsWith(browser.runtime.getURL('')) ||
    (url.protocol === 'https:' && ownHosts.has(url.hostname))
  );
}

const receive = receiver(handlers, mayAsk);

// Registered before anything is awaited: a worker that wakes up for a message must find its listener.
browser.runtime.onMessage.addListener((message: unknown, sender: unknown) =>
  receive(message, sender as Sender),
);

greet();

// Chromium's shortcut; Firefox opens its sidebar by itself.
browser.commands.onCommand.addListener((command, tab) => {
  if (command !== 'open-panel' || tab?.windowId === undefined) return;
  openPanelIn(tab.windowId).catch((error: unknown) => console.warn('The panel did not open:', error));
});

// The browser wakes the worker at its start, too; whatever wakes it, the log is looked after.
keepLooking(
  beginFreshLog().catch((error: unknown) => console.warn('Claimcheck could not begin a fresh log:', error)),
);
