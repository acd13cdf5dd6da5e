import type { Need } from '../../actions/needs';
import type { Promotion } from '../../domain/promotion';
import { OnAmazon } from '../../ui/parts/OnAmazon';
import { nameOf } from '../../ui/promotion/promotion-model';
import { say } from '../../words/say';

/** What can be done about a need from its line. */
export interface NeedActs {
  readonly addCodes: (promotion: Promotion) => void;
  readonly acceptDates: (promotionId: string) => void;
  readonly archive: (promotionId: string) => void;
}

/** The one act that sees to a need; where that takes more than a press, the way to where it is done. */
export function NeedAct({ need, acts }: { need: Need; acts: NeedActs }) {
  const { promotion } = need.item;
  const { id } = promotion;
  switch (need.kind) {
    case 'ended-on-amazon':
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
    case 'works-though-over':
    case 'never-confirmed':
      return (
        <a
          class="cc-button cc-small need-act"
          href={`#/promotion/${encodeURIComponent(id)}`}
          aria-label={say('needsActWhat', { act: wayWords(need.kind), promotion: nameOf(promotion) })}
        >
          {wayWords(need.kind)}
        </a>
      );
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

function wayWords(kind: 'works-though-over' | 'never-confirmed'): string {
  return kind === 'never-confirmed' ? say('needsTickOff') : say('needsLook');
}
