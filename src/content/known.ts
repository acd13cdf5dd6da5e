import type { Checklist } from '../domain/checks';
import type { PageReading } from '../page/read-page';
import { defaultSettings, type Settings } from '../stored/settings';
import { Visit } from './model/visit';

/** What is kept from page to page. */
export interface Kept {
  confirmations: Record<string, string>;
  confirmedWords: ReadonlySet<string>;
  folded: boolean;
  guideFolded: boolean;
}

/** All that is known now: the page as it was read last, and what the seller decided. */
export interface Known {
  url: string;
  visit: Visit;
  reading: PageReading | null;
  checklist: Checklist | null;
  settings: Settings;
  readonly kept: Kept;
  /** Whether the seller's own limits are known yet. */
  loaded: boolean;
}

export function nothingKnown(): Known {
  return {
    url: '',
    visit: new Visit(),
    reading: null,
    checklist: null,
    settings: defaultSettings,
    kept: { confirmations: {}, confirmedWords: new Set(), folded: false, guideFolded: false },
    loaded: false,
  };
}
