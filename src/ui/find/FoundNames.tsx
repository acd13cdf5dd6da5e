import type { Finding } from '../../actions/find/find';
import { say, sayCount } from '../../words/say';
import { nameOf } from '../promotion/promotion-model';

interface FoundNamesProps {
  finding: Finding;
  workspace: string;
  /** A link is followed: what was found is done with. */
  onLeave: () => void;
}

/** Promotions and people that answer to a name, each leading to its page. */
export function FoundNames({ finding, workspace, onLeave }: FoundNamesProps) {
  const { promotions, people } = finding;
  if (promotions.length + people.length === 0) return null;
  return (
    <ul class="cc-found-names" data-testid="find-names" aria-label={say('findNames')}>
      {promotions.map(({ promotion, left }) => (
        <li key={promotion.id}>
          <a href={`${workspace}#/promotion/${encodeURIComponent(promotion.id)}`} onClick={onLeave}>
            {nameOf(promotion)}
          </a>
          <span class="cc-hint">
            {say('findPromotion', {
              store: promotion.marketplace ?? say('cardStoreNotKnown'),
              left: sayCount('listLeft', left),
            })}
          </span>
        </li>
      ))}
      {people.map(({ name, handle, codes }) => (
        <li key={`${name} ${handle}`}>
          <a href={`${workspace}#/people//${encodeURIComponent(name || handle)}`} onClick={onLeave}>
            {name || handle}
          </a>
          <span class="cc-hint">
            {[name ? handle : '', codes === null ? '' : sayCount('listCodes', codes)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
