import { loadSettings, onSettingsChange, type Settings } from '../../stored/settings';

/** Shows one of the extension's own pages in the colors that the seller chose, and in others as soon as those are. */
export async function wearTheme(): Promise<void> {
  const wear = ({ theme }: Settings) => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  onSettingsChange(wear);
  wear(await loadSettings());
}
