import { browser } from './browser';

/** What a shortcut does. */
export type ShortcutFor = 'popup' | 'panel';

export interface Shortcut {
  readonly what: ShortcutFor;
  /** As the browser writes them: "Alt+Shift+G"; empty where none are set. */
  readonly keys: string;
}

const whatOf: Readonly<Record<string, ShortcutFor>> = {
  _execute_action: 'popup',
  'open-panel': 'panel',
  _execute_sidebar_action: 'panel',
};

const chromiumPage = 'chrome://extensions/shortcuts';

/** The shortcuts with the keys that the browser has for them at present. */
export async function shortcuts(): Promise<Shortcut[]> {
  return (await browser.commands.getAll()).flatMap(({ name = '', shortcut = '' }) => {
    const what = whatOf[name];
    return what ? [{ what, keys: shortcut }] : [];
  });
}

/** Opens the browser's own page of shortcuts. Where it refuses, the address that the seller can type. */
export async function openShortcutPage(): Promise<{ opened: boolean; address: string }> {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  const address = openShortcutSettings ? 'about:addons' : chromiumPage;
  try {
    await (openShortcutSettings ? openShortcutSettings() : browser.tabs.create({ url: chromiumPage }));
    return { opened: true, address };
  } catch (error) {
    console.warn('Claimcheck could not open the page of shortcuts:', error);
    return { opened: false, address };
  }
}
