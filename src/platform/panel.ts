import { browser } from './browser';

/** Chromium's own; the polyfill doesn't know it. */
interface SidePanel {
  open(where: { windowId: number }): Promise<void>;
}

/** Opens the panel. Both browsers want it called in the click itself, with nothing awaited before. */
export type OpenPanel = () => Promise<void>;

function sidePanel(): SidePanel | undefined {
  return (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome?.sidePanel;
}

/** Whether this page stands in the window under the toolbar icon, and not in a panel or a tab. */
export function inPopup(): boolean {
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}

/** The way to the panel beside this window's tabs (Firefox: the sidebar); null where the browser has none. */
export async function wayToPanel(): Promise<OpenPanel | null> {
  if (sidePanel()) {
    const { id } = await browser.windows.getCurrent();
    return id === undefined ? null : () => openPanelIn(id);
  }
  const { sidebarAction } = browser as Partial<typeof browser>;
  return sidebarAction ? () => sidebarAction.open() : null;
}

/** Opens Chromium's side panel in a window. */
export async function openPanelIn(windowId: number): Promise<void> {
  await sidePanel()?.open({ windowId });
}
