import { useState } from 'preact/hooks';
import type { PeopleDesk } from '../../actions/people/people-desk';
import type { PeopleLine } from '../../actions/people/people-rows';
import type { Promotion } from '../../domain/promotion';
import { ReplaceAsk } from '../../ui/give/ReplaceAsk';
import { nameOf } from '../../ui/promotion/promotion-model';
import { masked, whom } from '../../words/format';
import { say } from '../../words/say';
import { becameLine } from './words';

interface CodeLineProps {
  people: PeopleDesk;
  line: Extract<PeopleLine, { kind: 'code' }>;
  /** Empty while it is read. */
  code: string;
  promotion: Promotion | undefined;
  busy: boolean;
}

/** One code of a person or channel, and what became of it. */
export function CodeLine({ people, line, code, promotion, busy }: CodeLineProps) {
  const [asking, setAsking] = useState(false);
  const { row, holding } = line;
  const { to, handle, channel, state, usedAt } = holding;
  // The person stands above.
  const name = row.known.length > 0 ? channel : whom({ to: to || handle, channel: '' });
  const isOut = state === 'issued' && usedAt === '';
  const canReplace = usedAt === '' && state !== 'returned' && code !== '';
  const short = masked(code);
  return (
    <div class="people-code-line">
      <code>{code === '' ? '…' : short}</code>
      <p>
        {becameLine(holding)}
        <span class="cc-hint">{[promotion && nameOf(promotion), name].filter(Boolean).join(' · ')}</span>
      </p>
      <div class="people-code-acts">
        {isOut && code !== '' && (
          <button
            type="button"
            class="cc-button cc-small cc-quiet"
            disabled={busy}
            aria-label={say('peopleCopyCode', { code: short })}
            data-testid="people-copy"
            onClick={() => void people.copy(code)}
          >
            {say('givenCopy')}
          </button>
        )}
        {canReplace && (
          <button
            type="button"
            class="cc-button cc-small cc-quiet"
            aria-expanded={asking}
            aria-label={say('replaceCode', { code: short })}
            data-testid="people-replace"
            onClick={() => setAsking(!asking)}
          >
            {say('replaceDo')}
          </button>
        )}
      </div>
      {asking && (
        <ReplaceAsk
          code={short}
          canceled={state === 'void'}
          onReplace={() => {
            setAsking(false);
            void people.replace(code);
          }}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
}
