import type { Checklist } from '../domain/checks';
import { overriddenIn } from '../domain/proof';
import { isWayBack } from '../page/buttons/review-button';
import type { PageInventory } from '../page/dom/controls';
import { activeIn, topOf } from '../page/dom/dom';
import {
  isOurs,
  isPromotionForm,
  type PageReading,
  readInParts,
  readPage,
  sendsForm,
  unreadPage,
} from '../page/read-page';
import { isSamePage, pageKindOfUrl } from '../page/site/page-kind';
import { loadKept } from '../stored/confirmed';
import { defaultSettings, loadSettings, onSettingsChange, type Settings } from '../stored/settings';
import { createActs, type Kept } from './acts';
import { Captures } from './asks/captures';
import { languageWords } from './asks/language-words';
import { OfferWitness, offerKnowledge } from './asks/offers';
import { proofBinder } from './asks/proof';
import { promotionTeller } from './asks/seen-promotion';
import { trackingIdOwner } from './asks/tracking-id';
import { checklistOf, withSummary } from './model/checklist';
import { confirmationKey } from './model/confirmation-key';
import { modelOf } from './model/model-of';
import { Visit } from './model/visit';
import { DraftKeeper } from './on-page/draft-keeper';
import { driftKeeper } from './on-page/drift';
import { listenAgain } from './on-page/ears';
import { escapedBefore, noteEscape } from './on-page/escaped';
import { createGuard } from './on-page/guard';
import { beginLifetime, isConnected } from './on-page/lifetime';
import { noticeSeller } from './on-page/notice';
import { createRunner } from './on-page/slices';
import { createTeacher } from './on-page/teach';
import { watch } from './on-page/watch';
import { Screen } from './overlay/root/screen';

/**
 * Reads the page, judges it and shows what came of it, again and again until the page goes. Started before the
 * page's own scripts, it hears presses first; it reads once the page stands.
 */
export function start(): void {
  const signal = beginLifetime();
  let url = '';
  let visit = new Visit();
  let reading: PageReading | null = null;
  let checklist: Checklist | null = null;
  let settings: Settings = defaultSettings;
  const kept: Kept = { confirmations: {}, confirmedWords: new Set(), folded: false };
  const now = () => ({ reading, checklist, visit, settings, host: screen.host });
  /** Whether the seller's own limits are known yet. */
  let loaded = false;

  const tellPromotion = promotionTeller();
  const screen: Screen = new Screen(shown, () => actions, signal);
  const draw = () => screen.draw();
  const captures = new Captures(draw);
  // Before the guard, which would take the press that points for one on Review.
  const teacher = createTeacher(() => {
    readAgain();
    return reading;
  }, signal);
  const watching = watch(readSoon, signal);
  const parts = createRunner((time, asked) => watching.took(time, asked));
  const owner = trackingIdOwner(judge);
  const offers = offerKnowledge(judge);
  const witness = new OfferWitness(draw);
  const bindProof = proofBinder();
  const drift = driftKeeper();
  const words = languageWords(readSoon);
  const drafts = new DraftKeeper((before) => {
    if (before) guard.reset(overriddenIn(before));
    if (before) visit.follow(before);
    readAgain();
  }, signal);

  const guard = createGuard(
    {
      held() {
        if (!settings.guard || !isConnected()) return [];
        return visit.isSummary ? visit.holding.failed : [...visit.holding.failed, ...visit.holding.unread];
      },
      look() {
        // A page may make its buttons anew at any time: they are looked up at the press.
        watching.distrust();
        readAgain();
      },
      sends: (path) => reading !== null && sendsForm(reading, path),
      leadsBack: (el) => reading !== null && isWayBack(el, reading.terms),
      isForm: (form) => reading !== null && isPromotionForm(reading, form),
      ask(held) {
        visit.holding.askedAbout(held);
        visit.asking = held;
        visit.askedAt = activeIn(document) as HTMLElement | null;
        visit.touched.addAll();
        draw();
        return screen.isAsking;
      },
      isAsking: () => visit.asking !== null && screen.isAsking,
      passed(overridden) {
        visit.steppedAside = false;
        if (reading?.form && checklist) drafts.press(reading, visit, checklist, overridden);
      },
      escaped: noteEscape,
    },
    signal,
  );
  noticeSeller(now, witness, signal);

  const actions = createActs({ now, kept, guard, captures, teacher, offers, draw, judge, signal });

  /** Reads at once: for a press. */
  function readAgain(): void {
    const address = begin();
    if (!address) return;
    parts.stop();
    try {
      const before = unchanged();
      take(readPage(document, address, before, teacher.all));
    } catch (error) {
      fail(error, address);
    }
  }

  /** Reads bit by bit, so that a page of any size goes on meanwhile; one that is not large is read at once. */
  function readSoon(): void {
    const address = begin();
    if (!address) return;
    const before = unchanged();
    parts.run(readInParts(document, address, before, teacher.all), take, (error) => fail(error, address));
  }

  function begin(): URL | null {
    if (location.href !== url) arrive();
    listenAgain();
    const address = new URL(url);
    return isOurs(address) ? address : null;
  }

  /** What was found the last time, where no node has changed since. */
  function unchanged(): PageInventory | null {
    if (watching.isUnchanged() && reading && !reading.failed) return reading.inventory;
    watching.walked();
    return null;
  }

  function take(seen: PageReading): void {
    const { page, isSummary } = withSummary(seen, visit.kindBefore);
    words.need(topOf(document).lang, page.isTold);
    visit.isSummary = isSummary;
    watching.add(page.inventory.roots);
    reading = page;
    judge();
  }

  /** Whatever stood there before is true no more: every line is unread, and holds. */
  function fail(error: unknown, address: URL): void {
    console.warn('Claimcheck could not read this page:', error);
    reading = unreadPage(address, reading?.page ?? null);
    watching.distrust();
    judge();
  }

  /** Judges what was read, keeps what is to be kept, and draws. */
  function judge(): void {
    if (!reading) return;
    checklist = checklistOf(reading, {
      visit,
      settings,
      confirmedOn: kept.confirmations[confirmationKey(reading)] ?? null,
      confirmedWords: kept.confirmedWords,
      trackingIdOwner: owner,
      offers,
    });
    if (checklist) visit.holding.see(checklist);
    if (!reading.failed) keep(reading);
    draw();
  }

  function keep(page: PageReading): void {
    if (checklist && page.languageKnown) visit.touched.see(checklist.results);
    if (page.form && checklist && page.languageKnown && loaded) drafts.see(page, visit, checklist);
    if (!visit.offerTouched && !visit.priceTouched) witness.see(page, new URL(url));
    drift.see(page);
    tellPromotion(page);
    bindProof(page);
  }

  /** In-page navigation: another page begins. */
  function arrive(): void {
    const before = url;
    url = location.href;
    if (isSamePage(before, url)) return;
    guard.left();
    parts.stop();
    visit = new Visit();
    void escapedBefore(pageKindOfUrl(new URL(url))).then(tellEscape);
    reading = null;
    checklist = null;
    guard.reset();
    drafts.reset();
    offers.forget();
    captures.reset();
    teacher.reset();
    if (!isOurs(new URL(url))) screen.takeDown();
  }

  function tellEscape(did: boolean): void {
    if (!did) return;
    visit.escaped = true;
    draw();
  }

  function shown() {
    if (!reading || (reading.page === 'other' && !checklist)) return null;
    const model = modelOf({
      reading,
      checklist,
      visit,
      settings,
      folded: kept.folded,
      captures,
      reviewedElsewhere: drafts.elsewhere,
      offerKept: witness.kept,
      pointing: teacher.pointing,
    });
    return { reading, model };
  }

  signal.addEventListener(
    'abort',
    onSettingsChange((next) => {
      settings = next;
      judge();
    }),
  );
  watching.begin();
  void Promise.all([loadSettings(), loadKept()]).then(([limits, before]) => {
    settings = limits;
    Object.assign(kept, before);
    loaded = true;
    judge();
  });
}
