import type { SentenceKey } from './sentences';

/** What each choice of colors is called. */
export const themeWords = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
} as const satisfies Record<string, SentenceKey>;
