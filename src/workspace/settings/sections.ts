import type { SentenceKey } from '../../words/sentences';

/** The parts of the settings in their order, as their addresses name them. */
export const settingsSections = [
  { id: 'limits', title: 'settingsLimits' },
  { id: 'giving-out', title: 'settingsGivingOut' },
  { id: 'alerts', title: 'settingsAlerts' },
  { id: 'backup', title: 'settingsBackup' },
  { id: 'colleagues', title: 'settingsColleagues' },
  { id: 'page-reading', title: 'settingsReading' },
  { id: 'appearance', title: 'settingsAppearance' },
  { id: 'about', title: 'settingsAbout' },
] as const satisfies readonly { id: string; title: SentenceKey }[];

export type SettingsSection = (typeof settingsSections)[number]['id'];
