import { overriddenIn } from '../domain/proof';
import { isWayBack } from '../page/buttons/review-button';
import { activeIn } from '../page/dom/dom';
import { isOurs, isPromotionForm, type PageReading, sendsForm } from '../page/read-page';
import { pageKindOfUrl } from '../page/site/page-kind';
import { loadKept } from '../stored/confirmed';
import { loadSettings, onSettingsChange } from '../stored/settings';
import { createActs } from './acts';
import { Captures } from './asks/captures';
import { languageWords } from './asks/language-words';
import { OfferWitness, offerKnowledge, productWitness } from './asks/offers';
import { proofBinder } from './asks/proof';
import { listTeller, overHere, promotionTeller } from './asks/seen-promotion';
import { trackingIdOwner } from './asks/tracking-id';
import { nothingKnown } from './known';
import { modelOf } from './model/model-of';
import { DraftKeeper } from './on-page/draft-keeper';
import { driftKeeper } from './on-page/drift';
import { escapedBefore, noteEscape } from './on-page/escaped';
import { createGuard, type GuardParts } from './on-page/guard';
import { beginLifetime, isConnected } from './on-page/lifetime';
import { isNarrow, onNarrow } from './on-page/narrow';
import { noticeSeller } from './on-page/notice';
import { createTeacher } from './on-page/teach';
import { Screen } from './overlay/root/screen';
import { ReadingLoop } from './reading-loop';

/**
 * Puts the parts together: what is known, the loop that reads it off the page, and those who keep, ask and hold.
 * Started before the page's own scripts, so that presses are heard first.
 */
export function start(): void {
  const signal = beginLifetime();
  const known = nothingKnown();
  const screen: Screen = new Screen(shown, () => actions, signal);
  const draw = () => screen.draw();
  const judge = () => loop.judge();

  // Before the guard, which would take the press that points for one on Review.
  const teacher = createTeacher(() => {
    loop.atOnce();
    return known.reading;
  }, signal);
  const captures = new Captures(draw);
  const owner = trackingIdOwner(judge);
  const offers = offerKnowledge(judge);
  const words = languageWords(() => loop.soon());
  const witness = new OfferWitness(draw);
  const seeProduct = productWitness();
  const tellPromotion = promotionTeller();
  const tellList = listTeller();
  const isOverHere = overHere(draw);
  const bindProof = proofBinder();
  const drift = driftKeeper();
  const drafts = new DraftKeeper((before) => {
    if (before) guard.reset(overriddenIn(before));
    if (before) known.visit.follow(before);
    loop.atOnce();
  }, signal);

  const loop: ReadingLoop = new ReadingLoop(
    known,
    {
      taught: () => teacher.all,
      trackingIdOwner: owner,
      offers,
      needWords: (lang, isTold) => words.need(lang, isTold),
    },
    { keep, draw, left: () => guard.left(), arrived },
    signal,
  );
  const guard = createGuard(guardParts(), signal);
  const now = () => ({ ...known, host: screen.host });
  noticeSeller(now, witness, signal);
  const actions = createActs({
    now,
    kept: known.kept,
    guard,
    captures,
    teacher,
    offers,
    draw,
    judge,
    signal,
  });

  function keep(page: PageReading): void {
    const { checklist, visit, loaded, url } = known;
    if (checklist && page.languageKnown) visit.touched.see(checklist.results);
    const isDraft = page.form && page.page !== 'view';
    if (isDraft && checklist && page.languageKnown && loaded) drafts.see(page, visit, checklist);
    if (!visit.offerTouched && !visit.priceTouched) witness.see(page, new URL(url));
    seeProduct(page, new URL(url), visit.nameTouched);
    drift.see(page);
    tellPromotion(page);
    tellList(page);
    bindProof(page, checklist);
  }

  function arrived(address: URL): void {
    const { visit } = known;
    void escapedBefore(pageKindOfUrl(address)).then((did) => {
      if (!did) return;
      visit.escaped = true;
      draw();
    });
    guard.reset();
    drafts.reset();
    offers.forget();
    captures.reset();
    teacher.reset();
    if (!isOurs(address)) screen.takeDown();
  }

  function guardParts(): GuardParts {
    return {
      held() {
        const { settings, visit } = known;
        if (!settings.guard || !isConnected()) return [];
        return visit.isSummary ? visit.holding.failed : [...visit.holding.failed, ...visit.holding.unread];
      },
      look: () => loop.atPress(),
      sends: (path) => known.reading !== null && sendsForm(known.reading, path),
      isForm: (form) => known.reading !== null && isPromotionForm(known.reading, form),
      leadsBack: (el) => known.reading !== null && isWayBack(el, known.reading.terms),
      ask(held) {
        const { visit } = known;
        visit.holding.askedAbout(held);
        visit.asking = held;
        visit.askedAt = activeIn(document) as HTMLElement | null;
        visit.touched.addAll();
        draw();
        return screen.isAsking;
      },
      isAsking: () => known.visit.asking !== null && screen.isAsking,
      passed(overridden) {
        const { visit, reading, checklist } = known;
        visit.steppedAside = false;
        if (reading?.form && checklist) drafts.press(reading, visit, checklist, overridden);
      },
      escaped: noteEscape,
    };
  }

  function shown() {
    const { reading, checklist, visit, settings, kept } = known;
    if (!reading || (reading.page === 'other' && !checklist)) return null;
    const model = modelOf({
      reading,
      checklist,
      visit,
      settings,
      // In a narrow window it covers no form unasked.
      folded: isNarrow() ? !visit.opened : kept.folded,
      guideFolded: kept.guideFolded,
      captures,
      reviewedElsewhere: drafts.elsewhere,
      offerKept: witness.kept,
      overHere: isOverHere(reading),
      pointing: teacher.pointing,
    });
    return { reading, model };
  }

  signal.addEventListener(
    'abort',
    onSettingsChange((next) => {
      known.settings = next;
      judge();
    }),
  );
  onNarrow(draw, signal);
  void Promise.all([loadSettings(), loadKept()])
    .then(([limits, before]) => {
      known.settings = limits;
      Object.assign(known.kept, before);
      known.loaded = true;
    })
    // Judged by other limits than the seller's, all would be judged and drawn once more.
    .finally(() => loop.begin());
}
