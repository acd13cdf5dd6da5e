import type { FormReadings, Reading } from '../../domain/reading';
import { topOf } from '../../page/dom/dom';
import { pageSkeleton } from '../../page/dom/skeleton';
import type { PageReading } from '../../page/read-page';
import { copyText } from '../../platform/clipboard';
import { type HowKept, howRead } from '../../stored/how-read';
import type { Kept } from '../../stored/local';
import { say } from '../../words/say';
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

/** What a page of any kind told, and how: a sign for each thing found, null for one that wasn't. */
function foundOn(page: PageReading): Readonly<Record<string, string | null>> | null {
  const { form, maxOrderQuantity, shown, groups } = page;
  if (form && page.page !== 'view') return howOf(form.readings);
  if (maxOrderQuantity) return howOf({ maxOrderQuantity });
  if (page.page === 'claim-codes') {
    if (groups.length === 0) return null;
    const all = (found: boolean) => (found ? 'text' : null);
    return {
      quantity: all(groups.every(({ quantity }) => quantity !== null)),
      download: all(groups.filter(({ ready }) => ready).every(({ target }) => target !== null)),
    };
  }
  if (!shown) return null;
  return Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [name, value === null ? null : 'text']),
  );
}

function howOf(readings: object): Readonly<Record<string, string | null>> {
  const all = Object.entries(readings) as [string, Reading<unknown>][];
  return Object.fromEntries(
    all
      .filter(([, reading]) => reading.kind === 'read' || lost(reading))
      .map(([name, reading]) => [
        name,
        reading.kind === 'read' ? reading.evidence.signals.join(' + ') : null,
      ]),
  );
}

const quiet = 2000;

/** Keeps, for each kind of page and language, what was found how and when it last was. Never a value. */
export function driftKeeper() {
  let written = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function write(
    kept: Kept<HowKept | null>,
    found: Readonly<Record<string, string | null>>,
  ): Promise<void> {
    if (!isConnected()) return;
    const at = new Date().toISOString();
    const fields = { ...(await kept.read())?.fields };
    for (const [name, how] of Object.entries(found)) if (how !== null) fields[name] = { how, at };
    const notFound = Object.keys(found).filter((name) => found[name] === null);
    const read = Object.keys(found).length - notFound.length;
    await kept.write({ at, read, notFound, fields });
  }

  return {
    see(page: PageReading): void {
      const found = foundOn(page);
      if (!found) return;
      const language = topOf(document).lang.toLowerCase().slice(0, 20) || '?';
      const text = JSON.stringify([page.page, language, found]);
      if (text === written) return;
      written = text;
      clearTimeout(timer);
      timer = setTimeout(() => {
        write(howRead(page.page, language), found).catch((error) =>
          console.warn('Claimcheck could not keep how it read:', error),
        );
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
    `Claimcheck page report: ${page}, language ${topOf(document).lang || 'not said'}, ${new Date().toISOString().slice(0, 10)}`,
    ...readings.map(
      ([name, reading]) =>
        `${name}: ${reading.kind === 'read' ? `by ${reading.evidence.signals.join(' + ')}` : reading.reason}`,
    ),
    pageSkeleton(document, store.account),
  ].join('\n');
}
