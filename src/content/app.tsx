import { options, render } from 'preact';
import type { Checklist } from '../domain/checks';
import { overriddenIn } from '../domain/proof';
import { activeIn, topOf } from '../page/dom';
import { isSamePage, pageKindOfUrl } from '../page/page-kind';
import {
  isOurs,
  isPromotionForm,
  type PageReading,
  readPage,
  sendsForm,
  unreadPage,
} from '../page/read-page';
import { defaultSettings, loadSettings, onSettingsChange, type Settings } from '../platform/settings';
import { createActs, type Kept } from './acts';
import { Captures } from './captures';
import { checklistOf, withSummary } from './checklist';
import { DraftKeeper } from './draft';
import { driftKeeper } from './drift';
import { listenAgain } from './ears';
import { escapedBefore, noteEscape } from './escaped';
import { createGuard } from './guard';
import { languageWords } from './language-words';
import { beginLifetime, isConnected } from './lifetime';
import { modelOf } from './model-of';
import { noticeSeller } from './notice';
import { OfferWitness, offerKnowledge } from './offers';
import { placeBesideRows } from './overlay/beside-rows';
import { eachFrame } from './overlay/each-frame';
import { drawKeepingFocus } from './overlay/focus';
import { createHost, type OverlayHost } from './overlay/host';
import { Overlay } from './overlay/Overlay';
import { proofBinder } from './proof';
import { promotionTeller } from './seen-promotion';
import { confirmationKey, loadKept } from './session';
import { createTeacher } from './teach';
import { trackingIdOwner } from './tracking-id';
import { Visit } from './visit';
import { watch } from './watch';

/**
 * Reads the page, judges it and shows what came of it, again and again until the page goes. Started before the
 * page's own scripts, it hears presses first; it reads once the page stands.
 */
export function start(): void {
  const signal = beginLifetime();
  let host: OverlayHost | null = null;
  let url = '';
  let visit = new Visit();
  let reading: PageReading | null = null;
  let checklist: Checklist | null = null;
  let settings: Settings = defaultSettings;
  const kept: Kept = { confirmations: {}, confirmedWords: new Set(), folded: false };
  const now = () => ({ reading, checklist, visit, settings, host });
  /** Whether the seller's own limits are known yet. */
  let loaded = false;

  const tellPromotion = promotionTeller();
  const settleSoon = eachFrame(settle, signal);
  const captures = new Captures(() => draw());
  // Before the guard, which would take the press that points for one on Review.
  const teacher = createTeacher(() => {
    readAgain();
    return reading;
  }, signal);
  const watching = watch(readAgain, signal);
  const owner = trackingIdOwner(judge);
  const offers = offerKnowledge(judge);
  const witness = new OfferWitness(() => draw());
  const bindProof = proofBinder();
  const drift = driftKeeper();
  const words = languageWords(readAgain);
  const drafts = new DraftKeeper((before) => {
    if (before) guard.reset(overriddenIn(before));
    if (before) visit.follow(before);
    readAgain();
  }, signal);

  const guard = createGuard(
    {
      held() {
        if (!settings.guard || !isConnected() || !reading?.form) return [];
        return visit.isSummary ? visit.holding.failed : [...visit.holding.failed, ...visit.holding.unread];
      },
      look() {
        // A page may make its buttons anew at any time: they are looked up at the press.
        watching.distrust();
        readAgain();
      },
      sends: (path) => reading !== null && sendsForm(reading, path),
      isForm: (form) => reading !== null && isPromotionForm(reading, form),
      ask(held) {
        visit.holding.askedAbout(held);
        visit.asking = held;
        visit.askedAt = activeIn(document) as HTMLElement | null;
        visit.touched.addAll();
        draw();
        return isAsking();
      },
      isAsking: () => visit.asking !== null && isAsking(),
      passed(overridden) {
        visit.steppedAside = false;
        if (reading && checklist) drafts.press(reading, visit, checklist, overridden);
      },
      escaped: noteEscape,
    },
    signal,
  );
  noticeSeller(now, witness, signal);

  const actions = createActs({ now, kept, guard, captures, teacher, offers, draw, judge, signal });

  function isAsking(): boolean {
    const shown = { opacityProperty: true, visibilityProperty: true };
    return host?.root.querySelector('dialog[open]')?.checkVisibility(shown) === true;
  }

  function readAgain(): void {
    if (location.href !== url) arrive();
    listenAgain();
    const address = new URL(url);
    if (!isOurs(address)) return;
    try {
      read(address);
    } catch (error) {
      // Whatever stood there before is true no more: every line is unread, and holds.
      console.warn('Claimcheck could not read this page:', error);
      reading = unreadPage(address);
      watching.distrust();
    }
    judge();
  }

  function read(address: URL): void {
    // A page's nodes are gone through again only where one may have changed.
    const before = watching.isUnchanged() ? (reading?.inventory ?? null) : null;
    const seen = readPage(document, address, before, teacher.all);
    if (!before) watching.walked();
    const { page, isSummary } = withSummary(seen, visit.kindBefore);
    words.need(topOf(document).lang, page.isTold);
    visit.isSummary = isSummary;
    watching.add(page.inventory.roots);
    reading = page;
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
    visit = new Visit();
    void escapedBefore(pageKindOfUrl(new URL(url))).then(tellEscape);
    reading = null;
    checklist = null;
    guard.reset();
    drafts.reset();
    offers.forget();
    captures.reset();
    teacher.reset();
    if (!isOurs(new URL(url))) takeDown();
  }

  function tellEscape(did: boolean): void {
    if (!did) return;
    visit.escaped = true;
    draw();
  }

  function takeDown(): void {
    if (!host) return;
    const { root } = host;
    host.remove();
    host = null;
    render(null, root);
  }

  function draw(): void {
    if (!reading || (reading.page === 'other' && !checklist)) {
      takeDown();
      return;
    }
    if (host && !host.keepAttached()) takeDown();
    const isNew = host === null;
    host ??= createHost(redrawSoon);
    const { root } = host;
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
    try {
      host.change(() => {
        drawKeepingFocus(root, () => render(<Overlay model={model} actions={actions} />, root));
        // A page may have closed it.
        root.querySelector<HTMLDialogElement>('dialog:not([open])')?.showModal();
      });
    } catch (error) {
      // A page that pulled our nodes about: they are made anew.
      console.warn('Claimcheck could not draw:', error);
      redrawSoon();
      return;
    }
    // Seen for the first time, it stands where it will stay: nobody should aim at what moves away.
    if (isNew) settle();
    else settleSoon();
  }

  /** A page changed what we drew: all of it is drawn anew, from what was read. */
  function redrawSoon(): void {
    setTimeout(() => {
      takeDown();
      draw();
    }, redrawAfter);
  }

  /** After drawing, scrolling or resizing: everything of ours back in its place. */
  function settle(): void {
    const page = reading;
    const there = host;
    if (!there || !page) return;
    there.change(() => {
      there.keepClearOf(page.buttons);
      const downloads = page.groups.flatMap(({ name, target }) => {
        const el = page.inventory.controls[target ?? -1]?.el;
        return el ? [[name, el] as const] : [];
      });
      placeBesideRows(there.root, new Map(downloads));
    });
  }

  // What a part of the panel draws by itself is a change of ours too.
  options.debounceRendering = (work) =>
    queueMicrotask(() => (host ? host.change(() => void work()) : void work()));

  signal.addEventListener('abort', takeDown);
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

/** A page that repaints without end costs no more than this. */
const redrawAfter = 100;
