import { useRulesNews } from '../../ui/page/use-rules-news';
import { say } from '../../words/say';

/** After a change of the rules, one quiet line with what changed, until it is closed. `hasPromotions` null: not known yet. */
export function RulesChanged({ hasPromotions }: { hasPromotions: boolean | null }) {
  const { changes, close } = useRulesNews(hasPromotions);
  if (changes.length === 0) return null;
  return (
    <p class="whats-new" role="status" data-testid="rules-changed">
      <span>{say('rulesChanged', { changes: changes.map(({ what }) => say(what)).join(' ') })}</span>
      <button type="button" class="cc-button cc-small" onClick={close}>
        {say('newsClose')}
      </button>
    </p>
  );
}
