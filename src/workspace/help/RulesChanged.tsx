import { useEffect, useState } from 'preact/hooks';
import type { Pool } from '../../actions/pool';
import { changesSince, type RuleChange, rulesVersion } from '../../domain/checks/rule-book';
import { rulesSeen } from '../../stored/rules-seen';
import { say } from '../../words/say';

/** After a change of the rules, one quiet line with what changed, until it is closed. */
export function RulesChanged({ pool }: { pool: Pool }) {
  const [changes, setChanges] = useState<readonly RuleChange[]>([]);
  useEffect(() => {
    const look = async () => {
      // Rules were not counted at first: whoever has promotions worked by version 1, anyone else by none.
      const before =
        (await rulesSeen.read()) ?? ((await pool.listPromotions()).length > 0 ? 1 : rulesVersion);
      const news = changesSince(before);
      if (news.length === 0) await rulesSeen.write(rulesVersion);
      setChanges(news);
    };
    look().catch((error: unknown) => console.warn('Which rules were seen last is not known:', error));
  }, [pool]);
  if (changes.length === 0) return null;
  const close = () => {
    setChanges([]);
    rulesSeen
      .write(rulesVersion)
      .catch((error: unknown) => console.warn('The note of the rules will come again:', error));
  };
  return (
    <p class="whats-new" role="status" data-testid="rules-changed">
      <span>{say('rulesChanged', { changes: changes.map(({ what }) => say(what)).join(' ') })}</span>
      <button type="button" class="cc-button cc-small" onClick={close}>
        {say('newsClose')}
      </button>
    </p>
  );
}
