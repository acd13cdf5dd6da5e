import { browser } from './browser';

/** `--cc-warn` of tokens.css in the light: a toolbar knows no style sheet. */
export const badgeColor = '#8a5200';
const textColor = '#ffffff';
/** More digits find no room. */
const most = 99;

/** Writes a number on the toolbar icon, none for 0, and what it means into the icon's tooltip. */
export async function showBadge(count: number, title: string): Promise<void> {
  const { action } = browser;
  await Promise.all([
    action.setBadgeBackgroundColor({ color: badgeColor }),
    action.setBadgeTextColor({ color: textColor }),
    action.setBadgeText({ text: count === 0 ? '' : count > most ? `${most}+` : String(count) }),
    action.setTitle({ title }),
  ]);
}
