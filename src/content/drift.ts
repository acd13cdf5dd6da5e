import type { FormReadings, Reading } from '../domain/reading';
import type { PageReading } from '../page/read-page';
import { pageSkeleton } from '../page/skeleton';
import { copyText } from '../platform/clipboard';
import { say } from '../platform/i18n';
import { browser } from '../platform/native';
import { isConnected } from './lifetime';

/** Readings that come and go with the claim code chosen say nothing of the page's drift. */
export interface HowItRead {
  readonly read: number;
  readonly notFound: readonly string[];
}

/** How a form read: what was found, and what was not there or could not be told apart. */
export function howItRead(readings: FormReadings): HowItRead {
  const all = Object.entries(readings) as [string, Reading<unknown>][];
  return {
    read: all.filter(([, reading]) => reading.kind === 'read').length,
    notFound: all.filter(([, reading]) => lost(reading)).map(([name]) => name),
  };
}

function lost(reading: Reading<unknown>): boolean {
  return reading.kind === 'unread' && reading.reason !== 'folded';
}

const quiet = 2000;

/** Keeps, for each kind of page and language, what was found how and when it last was. Never a value. */
export function driftKeeper() {
  let written = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function write(key: string, readings: FormReadings): Promise<void> {
    if (!isConnected()) return;
    const stored = (await browser.storage.local.get(key))[key] as
      | { fields?: Record<string, { how: string; at: string }> }
      | undefined;
    const at = new Date().toISOString();
    const fields = { ...stored?.fields };
    for (const [name, reading] of Object.entries(readings) as [string, Reading<unknown>][]) {
      if (reading.kind === 'read') fields[name] = { how: reading.evidence.signals.join(' + '), at };
    }
    await browser.storage.local.set({ [key]: { at, ...howItRead(readings), fields } });
  }

  return {
    see(page: PageReading): void {
      if (!page.form) return;
      const { readings } = page.form;
      const key = `how ${page.page} ${document.documentElement.lang.toLowerCase().slice(0, 20) || '?'}`;
      const text = JSON.stringify([key, howItRead(readings)]);
      if (text === written) return;
      written = text;
      clearTimeout(timer);
      timer = setTimeout(() => {
        write(key, readings).catch((error) => console.warn('Claimcheck could not keep how it read:', error));
      }, quiet);
    },
  };
}

/** Puts the page's report on the clipboard, and nowhere else; answers with a sentence on what came of it. */
export async function copyReport(page: PageReading): Promise<string> {
  return say((await copyText(pageReport(page))) ? 'reported' : 'noClipboard');
}

/** The page's skeleton under a line on each thing that was read or not. */
function pageReport({ page, form, store }: PageReading): string {
  const readings = Object.entries(form?.readings ?? {}) as [string, Reading<unknown>][];
  return [
    `Claimcheck page report: ${page}, language ${document.documentElement.lang || 'not said'}, ${new Date().toISOString().slice(0, 10)}`,
    ...readings.map(
      ([name, reading]) =>
        `${name}: ${reading.kind === 'read' ? `by ${reading.evidence.signals.join(' + ')}` : reading.reason}`,
    ),
    pageSkeleton(document, store.account),
  ].join('\n');
}
