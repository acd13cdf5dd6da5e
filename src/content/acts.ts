import { type Checklist, wordKey } from '../domain/checks';
import { limitsIn } from '../domain/checks/limits';
import type { PageReading } from '../page/read-page';
import { copyText } from '../platform/clipboard';
import { saveFolded } from '../stored/confirmed';
import { guideFolded } from '../stored/guide';
import type { Settings } from '../stored/settings';
import type { Captures } from './asks/captures';
import { confirmQuantity, confirmWords } from './asks/confirmations';
import type { offerKnowledge } from './asks/offers';
import { openPromotion } from './asks/proof';
import type { Kept } from './known';
import { confirmationKey } from './model/confirmation-key';
import type { OverlayActions } from './model/overlay-model';
import type { Visit } from './model/visit';
import { copyReport } from './on-page/drift';
import type { Guard } from './on-page/guard';
import { isNarrow } from './on-page/narrow';
import type { createTeacher } from './on-page/teach';
import { pointAt } from './overlay/point-at';
import type { OverlayHost } from './overlay/root/host';

/** What the acts need of the rest, as it is when one is done. */
export interface ActParts {
  readonly now: () => {
    readonly reading: PageReading | null;
    readonly checklist: Checklist | null;
    readonly visit: Visit;
    readonly settings: Settings;
    readonly host: OverlayHost | null;
  };
  readonly kept: Kept;
  readonly guard: Guard;
  readonly captures: Captures;
  readonly teacher: ReturnType<typeof createTeacher>;
  readonly offers: ReturnType<typeof offerKnowledge>;
  readonly draw: () => void;
  /** Judges anew what was read last. */
  readonly judge: () => void;
  readonly signal: AbortSignal;
}

/** What the seller can do in the overlay. Each is called through the gate alone. */
export function createActs({ now, kept, guard, draw, judge, ...parts }: ActParts): OverlayActions {
  function show(target: number): void {
    const { reading, host } = now();
    const el = reading?.inventory.controls[target]?.el;
    if (el && host) pointAt(el, host, parts.signal);
  }

  return {
    show,
    fold(next) {
      if (isNarrow()) now().visit.opened = !next;
      else {
        kept.folded = next;
        void saveFolded(next);
      }
      draw();
    },
    foldGuide(next) {
      kept.guideFolded = next;
      void guideFolded.write(next);
      draw();
    },
    teach: (id, label) => (id ? parts.teacher.begin(id, label) : parts.teacher.stop()),
    async confirm(id, yes) {
      const { reading, checklist } = now();
      if (!reading) return;
      const at = yes ? new Date().toISOString() : null;
      const said = checklist?.results.find((result) => result.id === id)?.unverified;
      const words = said?.map((word) => wordKey(id, word));
      if (words) kept.confirmedWords = await confirmWords(kept.confirmedWords, words);
      else kept.confirmations = await confirmQuantity(kept.confirmations, confirmationKey(reading), at);
      judge();
    },
    capture(key, group) {
      const { reading } = now();
      if (reading) void parts.captures.capture(key, group, reading);
    },
    guard(answer) {
      const { visit, host } = now();
      const first = visit.asking?.find(({ target }) => target !== null)?.target ?? null;
      visit.asking = null;
      if (answer === 'continue') {
        visit.steppedAside = true;
        guard.stepAside();
      } else guard.answered();
      draw();
      if (answer === 'back') host?.root.querySelector('.body')?.scrollTo(0, 0);
      if (answer === 'back' && first !== null) show(first);
      else if (visit.askedAt) HTMLElement.prototype.focus.call(visit.askedAt, { preventScroll: true });
    },
    accept(reason) {
      now().visit.accepted = reason === '' ? null : { at: new Date().toISOString(), reason };
      judge();
    },
    report() {
      const { reading, visit } = now();
      if (!reading) return;
      void copyReport(reading).then((answer) => {
        visit.reported = answer;
        draw();
      });
    },
    copyName(name) {
      const { visit } = now();
      void copyText(name).then((done) => {
        visit.nameCopied = done;
        draw();
      });
    },
    type(next) {
      now().visit.typed = next;
      judge();
    },
    listProducts(pasted) {
      const { reading, settings } = now();
      if (reading)
        parts.offers.list(
          reading,
          limitsIn(settings, reading.store.marketplace?.code ?? null).maxOrderQuantity,
          pasted,
        );
    },
    openWorkspace() {
      const { reading } = now();
      if (reading) void openPromotion(reading);
    },
  };
}
