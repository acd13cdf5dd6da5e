import { render } from 'preact';
import { type Checklist, wordKey } from '../domain/checks';
import { overriddenIn } from '../domain/proof';
import { send } from '../messaging/send';
import { activeIn, topOf } from '../page/dom';
import { isSamePage } from '../page/page-kind';
import { isOurs, type PageReading, readPage } from '../page/read-page';
import { copyText } from '../platform/clipboard';
import { browser } from '../platform/native';
import { defaultSettings, loadSettings, onSettingsChange, type Settings } from '../platform/settings';
import { Captures } from './captures';
import { blockersIn, checklistOf, withSummary } from './checklist';
import { DraftKeeper } from './draft';
import { copyReport, driftKeeper } from './drift';
import { createGuard } from './guard';
import { promotionKnowledge } from './known';
import { languageWords } from './language-words';
import { beginLifetime, isConnected } from './lifetime';
import { modelOf } from './model-of';
import { OfferWitness, offerKnowledge } from './offers';
import { placeBesideRows } from './overlay/beside-rows';
import { eachFrame } from './overlay/each-frame';
import { drawKeepingFocus } from './overlay/focus';
import { createHost, type OverlayHost } from './overlay/host';
import type { OverlayActions } from './overlay/model';
import { Overlay } from './overlay/Overlay';
import { pointAt } from './point-at';
import { proofKeeper } from './proof';
import { promotionTeller } from './seen-promotion';
import { confirmationKey, loadKept, saveConfirmation, saveConfirmedWords, saveFolded } from './session';
import { createTeacher } from './teach';
import { trackingIdOwner } from './tracking-id';
import { Visit } from './visit';
import { watch } from './watch';

/** Reads the page, judges it and shows what came of it, again and again until the page goes. */
export function start(): void {
  const signal = beginLifetime();
  let host: OverlayHost | null = null;
  let url = '';
  let visit = new Visit();
  let reading: PageReading | null = null;
  let checklist: Checklist | null = null;
  let settings: Settings = defaultSettings;
  let confirmations: Record<string, string> = {};
  let confirmedWords: ReadonlySet<string> = new Set();
  let folded = false;
  const tellPromotion = promotionTeller();
  const settleSoon = eachFrame(settle, signal);
  const captures = new Captures(() => draw());
  /** Whether the seller's own limits are known yet. */
  let loaded = false;

  const teacher = createTeacher(() => {
    readAgain();
    return reading;
  }, signal);
  const watching = watch(readAgain, signal);
  const owner = trackingIdOwner(readAgain);
  const offers = offerKnowledge(readAgain);
  const witness = new OfferWitness(() => draw());
  const known = promotionKnowledge(() => draw(), signal);
  const proofs = proofKeeper(() => {
    known.again();
    draw();
  });
  const drift = driftKeeper();
  const words = languageWords(readAgain);
  const drafts = new DraftKeeper((before) => {
    if (before) guard.reset(overriddenIn(before));
    if (before) visit.follow(before);
    readAgain();
  }, signal);
  const guard = createGuard(
    {
      blockers() {
        watching.distrust();
        readAgain();
        return settings.guard && isConnected() && reading?.form ? blockersIn(checklist) : [];
      },
      buttons: () => (reading?.form ? reading.reviewButtons : []),
      ask(blockers) {
        visit.asking = blockers;
        visit.askedAt = activeIn(document) as HTMLElement | null;
        visit.touched.addAll();
        host?.keepAttached();
        draw();
        return host?.root.querySelector('dialog')?.checkVisibility() === true;
      },
      isAsking: () => visit.asking !== null && host?.root.querySelector('dialog')?.checkVisibility() === true,
      passed(overridden) {
        if (reading && checklist) drafts.press(reading, visit, checklist, overridden);
      },
    },
    signal,
  );

  function readAgain(): void {
    if (location.href !== url) arrive();
    host?.keepAttached();
    if (!isOurs(new URL(url))) return;
    const { page, isSummary } = withSummary(look(), visit.kindBefore);
    reading = page;
    words.need(topOf(document).lang, page.isTold);
    visit.isSummary = isSummary;
    watching.add(reading.inventory.roots);
    checklist = checklistOf(reading, {
      visit,
      settings,
      confirmedOn: confirmations[confirmationKey(reading)] ?? null,
      confirmedWords,
      trackingIdOwner: owner,
      offers,
    });
    if (checklist && reading.languageKnown) visit.touched.see(checklist.results);
    visit.priceRead = offers.of(reading, settings.maxOrderQuantity)?.price ?? null;
    if (reading.form && checklist && reading.languageKnown && loaded) drafts.see(reading, visit, checklist);
    if (!visit.offerTouched && !visit.priceTouched) witness.see(reading, new URL(url));
    drift.see(reading);
    tellPromotion(reading);
    draw();
  }

  /** One look at the page. Its nodes are gone through again only where one may have changed. */
  function look(): PageReading {
    const before = watching.isUnchanged() ? (reading?.inventory ?? null) : null;
    const seen = readPage(document, new URL(url), before, teacher.all);
    if (!before) watching.walked();
    return seen;
  }

  /** In-page navigation: another page begins. */
  function arrive(): void {
    const before = url;
    url = location.href;
    if (isSamePage(before, url)) return;
    visit = new Visit();
    guard.reset();
    drafts.reset();
    offers.forget();
    captures.reset();
    teacher.reset();
    if (!isOurs(new URL(url))) takeDown();
  }

  function takeDown(): void {
    host?.remove();
    host = null;
  }

  function draw() {
    if (!reading || (reading.page === 'other' && !checklist)) return takeDown();
    const isNew = host === null;
    host ??= createHost();
    const model = modelOf({
      reading,
      checklist,
      visit,
      settings,
      folded,
      captures,
      proof: proofs.of(reading),
      known: known.of(reading),
      reviewedIn: drafts.elsewhere,
      offerKept: witness.kept,
      pointing: teacher.pointing,
    });
    const { root } = host;
    drawKeepingFocus(root, () => render(<Overlay model={model} actions={actions} />, root));
    // Seen for the first time, it stands where it will stay: nobody should aim at what moves away.
    if (isNew) settle();
    else settleSoon();
  }

  /** After drawing, scrolling or resizing: everything of ours back in its place. */
  function settle(): void {
    if (!host || !reading) return;
    host.keepClearOf(reading.buttons);
    const downloads = reading.groups.flatMap(({ name, target }) => {
      const el = elementOf(target);
      return el ? [[name, el] as const] : [];
    });
    placeBesideRows(host.root, new Map(downloads));
  }

  function elementOf(target: number | null): HTMLElement | null {
    return target === null ? null : (reading?.inventory.controls[target]?.el ?? null);
  }

  const actions: OverlayActions = {
    fold(next) {
      folded = next;
      void saveFolded(next);
      draw();
    },
    show(target) {
      const el = elementOf(target);
      if (el && host) pointAt(el, host.root, signal);
    },
    teach: (id, label) => (id ? teacher.begin(id, label) : teacher.stop()),
    async confirm(id, yes) {
      if (!reading) return;
      const at = yes ? new Date().toISOString() : null;
      const said = checklist?.results.find((result) => result.id === id)?.unverified;
      if (said) confirmedWords = await saveConfirmedWords(said.map((word) => wordKey(id, word)));
      else confirmations = await saveConfirmation(confirmationKey(reading), at);
      readAgain();
    },
    capture(group) {
      if (reading) void captures.capture(group, reading);
    },
    guard(answer) {
      const first = visit.asking?.find(({ target }) => target !== null)?.target ?? null;
      visit.asking = null;
      if (answer === 'continue') {
        visit.steppedAside = true;
        guard.stepAside();
      } else guard.answered();
      draw();
      if (answer === 'back') host?.root.querySelector('.body')?.scrollTo(0, 0);
      if (answer === 'back' && first !== null) actions.show(first);
      else visit.askedAt?.focus({ preventScroll: true });
    },
    accept(reason) {
      visit.accepted = reason === '' ? null : { at: new Date().toISOString(), reason };
      readAgain();
    },
    report() {
      if (!reading) return;
      void copyReport(reading).then((answer) => {
        visit.reported = answer;
        draw();
      });
    },
    copyName(name) {
      void copyText(name).then((done) => {
        visit.nameCopied = done;
        draw();
      });
    },
    type(next) {
      visit.typed = next;
      readAgain();
    },
    listProducts(pasted) {
      if (reading) offers.list(reading, settings.maxOrderQuantity, pasted);
    },
    openWorkspace: (route) =>
      void send((message) => browser.runtime.sendMessage(message), 'workspace/open', { route }),
  };

  /** Which control the seller was in, and whether Review was pressed. */
  function notice(event: Event): void {
    if (!event.isTrusted || !reading) return;
    const path = event.composedPath();
    if (event.type === 'click') {
      if (reading.reviewButtons.some((button) => path.includes(button))) visit.touched.addAll();
      return;
    }
    const offer = elementOf(reading.maxOrderQuantity?.target ?? null);
    if (offer && path.includes(offer)) {
      visit.offerTouched = true;
      witness.stop();
    }
    const price = elementOf(reading.price?.target ?? null);
    if (price && path.includes(price)) {
      visit.priceTouched = true;
      witness.stop();
    }
    for (const { id, target } of checklist?.results ?? []) {
      const el = elementOf(target);
      if (el && path.includes(el)) visit.touched.add(id);
    }
  }
  for (const event of ['input', 'change', 'click'] as const)
    window.addEventListener(event, notice, { capture: true, passive: true, signal });

  signal.addEventListener('abort', takeDown);

  signal.addEventListener(
    'abort',
    onSettingsChange((next) => {
      settings = next;
      readAgain();
    }),
  );
  readAgain();
  void Promise.all([loadSettings(), loadKept()]).then(([limits, kept]) => {
    settings = limits;
    ({ confirmations, confirmedWords, folded } = kept);
    loaded = true;
    readAgain();
  });
}
