import type { Taught } from '../domain/taught';
import type { PageInventory } from '../page/dom/controls';
import { topOf } from '../page/dom/dom';
import { isOurs, type PageReading, readInParts, readPage, unreadPage } from '../page/read-page';
import { isSamePage } from '../page/site/page-kind';
import type { offerKnowledge } from './asks/offers';
import type { trackingIdOwner } from './asks/tracking-id';
import type { Known } from './known';
import { checklistOf, withSummary } from './model/checklist';
import { confirmationKey } from './model/confirmation-key';
import { Visit } from './model/visit';
import { listenAgain } from './on-page/ears';
import { createRunner } from './on-page/slices';
import { watch } from './on-page/watch';

/** What reading and judging use that comes from elsewhere than the page. */
export interface Sources {
  /** Controls that the seller showed. */
  readonly taught: () => readonly Taught[];
  readonly trackingIdOwner: ReturnType<typeof trackingIdOwner>;
  readonly offers: ReturnType<typeof offerKnowledge>;
  /** A page in this language was met; `isTold`: the page's kind is known. */
  readonly needWords: (lang: string, isTold: boolean) => void;
}

/** What becomes of each turn of the loop. */
export interface Sinks {
  /** Keeps what is to be kept of a page that was read. */
  readonly keep: (page: PageReading) => void;
  readonly draw: () => void;
  /** The seller leaves the page that was known; all of it is known still. */
  readonly left: () => void;
  /** Another page begins; nothing is known of it. */
  readonly arrived: (address: URL) => void;
}

/**
 * Look → read → judge → keep → draw, again whenever the page may have changed. Every step reads and writes `known`
 * and nothing else; what a step needs from elsewhere are its sources, what it leads to are its sinks.
 */
export class ReadingLoop {
  readonly #known: Known;
  readonly #sources: Sources;
  readonly #sinks: Sinks;
  readonly #watching: ReturnType<typeof watch>;
  readonly #parts: ReturnType<typeof createRunner>;

  constructor(known: Known, sources: Sources, sinks: Sinks, signal: AbortSignal) {
    this.#known = known;
    this.#sources = sources;
    this.#sinks = sinks;
    this.#watching = watch(() => this.soon(), signal);
    this.#parts = createRunner((time, asked) => this.#watching.took(time, asked));
  }

  /** The first turn comes once the page stands. */
  begin(): void {
    this.#watching.begin();
  }

  /** A turn at once, from nothing that was found before: for a press, when a page may have made its buttons anew. */
  atPress(): void {
    this.#watching.distrust();
    this.atOnce();
  }

  /** A turn at once. */
  atOnce(): void {
    const address = this.#look();
    if (!address) return;
    this.#parts.stop();
    try {
      this.#take(readPage(document, address, this.#unchanged(), this.#sources.taught()));
    } catch (error) {
      this.#fail(error, address);
    }
  }

  /** A turn bit by bit, so that a page of any size goes on meanwhile; one that is not large is read at once. */
  soon(): void {
    const address = this.#look();
    if (!address) return;
    const reading = readInParts(document, address, this.#unchanged(), this.#sources.taught());
    this.#parts.run(
      reading,
      (seen) => this.#take(seen),
      (error) => this.#fail(error, address),
    );
  }

  /** Judges anew what was read last, and goes on from there. */
  judge(): void {
    const { reading, visit, settings, kept } = this.#known;
    if (!reading) return;
    const checklist = checklistOf(reading, {
      visit,
      settings,
      confirmedOn: kept.confirmations[confirmationKey(reading)] ?? null,
      confirmedWords: kept.confirmedWords,
      trackingIdOwner: this.#sources.trackingIdOwner,
      offers: this.#sources.offers,
    });
    this.#known.checklist = checklist;
    if (checklist) visit.holding.see(checklist);
    if (!reading.failed) this.#sinks.keep(reading);
    this.#sinks.draw();
  }

  /** Where we are; null where nothing is ours to read. */
  #look(): URL | null {
    if (location.href !== this.#known.url) this.#arrive();
    listenAgain();
    const address = new URL(this.#known.url);
    return isOurs(address) ? address : null;
  }

  /** What was found the last time, where no node has changed since. */
  #unchanged(): PageInventory | null {
    const { reading } = this.#known;
    if (this.#watching.isUnchanged() && reading && !reading.failed) return reading.inventory;
    this.#watching.walked();
    return null;
  }

  #take(seen: PageReading): void {
    const { visit } = this.#known;
    const { page, isSummary } = withSummary(seen, visit.kindBefore);
    this.#sources.needWords(topOf(document).lang, page.isTold);
    visit.isSummary = isSummary;
    this.#watching.add(page.inventory.roots);
    this.#known.reading = page;
    this.judge();
  }

  /** Whatever stood there before is true no more: every line is unread, and holds. */
  #fail(error: unknown, address: URL): void {
    console.warn('Claimcheck could not read this page:', error);
    this.#known.reading = unreadPage(address, this.#known.reading?.page ?? null);
    this.#watching.distrust();
    this.judge();
  }

  /** In-page navigation: another page begins. */
  #arrive(): void {
    const before = this.#known.url;
    this.#known.url = location.href;
    if (isSamePage(before, location.href)) return;
    this.#sinks.left();
    this.#parts.stop();
    Object.assign(this.#known, { visit: new Visit(), reading: null, checklist: null });
    this.#sinks.arrived(new URL(location.href));
  }
}
