import type { Need } from '../../actions/needs';
import type { Alert } from '../../domain/alerts/alert';
import type { Promotion } from '../../domain/promotion';
import { OnAmazon } from '../../ui/parts/OnAmazon';
import { nameOf } from '../../ui/promotion/promotion-model';
import { say } from '../../words/say';
import type { SentenceKey } from '../../words/sentences';
import { peopleHref, tabHref } from '../parts/route';

/** What can be done about a need from its line. */
export interface NeedActs {
  readonly addCodes: (promotion: Promotion) => void;
  readonly acceptDates: (promotionId: string) => void;
  readonly archive: (promotionId: string) => void;
  /** Puts these off until tomorrow. */
  readonly later: (alerts: readonly Alert[]) => void;
}

/** The one act that sees to a need; where that takes more than a press, the way to where it is done. */
export function NeedAct({ need, acts }: { need: Need; acts: NeedActs }) {
  const { promotion } = need.item;
  const { id } = promotion;
  switch (need.kind) {
    case 'ended-on-amazon':
    case 'limit-back':
      return <Act of={promotion} words={say('tableArchive')} run={() => acts.archive(id)} />;
    case 'dates-changed':
      return <Act of={promotion} words={say('needsDatesOk')} run={() => acts.acceptDates(id)} />;
    case 'runs-low':
      return <Act of={promotion} words={say('tableEmptyAdd')} run={() => acts.addCodes(promotion)} />;
    case 'never-captured':
      return promotion.amazonIds.length > 0 && promotion.marketplace !== null ? (
        <span class="need-act">
          <OnAmazon promotion={promotion} />
        </span>
      ) : (
        <Act of={promotion} words={say('tableEmptyAdd')} run={() => acts.addCodes(promotion)} />
      );
    case 'unsafe-on-amazon':
      return <Way of={promotion} words="needsUnsafeSee" href={tabHref(id, 'setup')} />;
    case 'leak':
      return <Way of={promotion} words="needsLeakSee" href={tabHref(id, 'results')} />;
    case 'ends-soon':
    case 'goes-live':
      return <Way of={promotion} words="needsEndSee" href={peopleHref(id)} />;
    case 'never-confirmed':
      return <Way of={promotion} words="needsTickOff" href={tabHref(id, 'given-out')} />;
    case 'works-though-over':
    case 'limit-high':
      return <Way of={promotion} words="needsLook" href={tabHref(id, 'given-out')} />;
  }
}

function Act({ of, words, run }: { of: Promotion; words: string; run: () => void }) {
  return (
    <button
      type="button"
      class="cc-button cc-small need-act"
      data-testid="need-act"
      aria-label={say('needsActWhat', { act: words, promotion: nameOf(of) })}
      onClick={run}
    >
      {words}
    </button>
  );
}

type WayWords = Extract<
  SentenceKey,
  'needsUnsafeSee' | 'needsLeakSee' | 'needsEndSee' | 'needsTickOff' | 'needsLook'
>;

function Way({ of, words, href }: { of: Promotion; words: WayWords; href: string }) {
  return (
    <a
      class="cc-button cc-small need-act"
      href={href}
      aria-label={say('needsActWhat', { act: say(words), promotion: nameOf(of) })}
    >
      {say(words)}
    </a>
  );
}
