import { useEffect, useState } from 'preact/hooks';
import { changesSince, type RuleChange, rulesVersion } from '../../domain/checks/rule-book';
import { onRulesSeen, rulesSeen } from '../../stored/rules-seen';

interface RulesNews {
  /** What changed since the seller was told last; empty for nothing. */
  readonly changes: readonly RuleChange[];
  /** It was told, here and everywhere. */
  readonly close: () => void;
}

/** What changed of the rules, until the seller closes it on one of the pages. `hasPromotions` null: not known yet. */
export function useRulesNews(hasPromotions: boolean | null): RulesNews {
  const [changes, setChanges] = useState<readonly RuleChange[]>([]);
  useEffect(() => {
    if (hasPromotions === null) return;
    const look = async () => {
      // Rules were not counted at first: whoever has promotions worked by version 1, anyone else by none.
      const seen = await rulesSeen.read();
      const before = seen ?? (hasPromotions ? 1 : rulesVersion);
      const news = changesSince(before);
      if (news.length === 0 && seen !== rulesVersion) await rulesSeen.write(rulesVersion);
      setChanges(news);
    };
    const tell = () =>
      void look().catch((error: unknown) => console.warn('Which rules were seen last is not known:', error));
    tell();
    return onRulesSeen(tell);
  }, [hasPromotions]);
  const close = () => {
    setChanges([]);
    rulesSeen
      .write(rulesVersion)
      .catch((error: unknown) => console.warn('The note of the rules will come again:', error));
  };
  return { changes, close };
}
