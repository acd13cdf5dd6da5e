import { useRulesNews } from '../ui/page/use-rules-news';
import { Sentence } from '../ui/parts/Sentence';
import { say } from '../words/say';

/** After a change of the rules, one quiet line with the way to what changed, until it is closed here or there. */
export function RulesNews({ hasPromotions, href }: { hasPromotions: boolean | null; href: string }) {
  const { changes, close } = useRulesNews(hasPromotions);
  if (changes.length === 0) return null;
  return (
    <p class="rules-news cc-hint" role="status" data-testid="rules-changed">
      <span>
        <Sentence
          of={say('rulesNews', { see: '{see}' })}
          parts={{ see: <a href={href}>{say('rulesNewsSee')}</a> }}
        />
      </span>
      <button type="button" class="cc-button cc-small cc-quiet" onClick={close}>
        {say('newsClose')}
      </button>
    </p>
  );
}
