import { type Reserved, reservedLists } from '../../actions/give-list/reserved';
import type { IssuanceSummary, Pool } from '../../actions/pool';
import type { Promotion } from '../../domain/promotion';
import { onSentMessages } from '../../stored/sent-messages';
import { Notice } from '../../ui/parts/Notice';
import { say, sayCount } from '../../words/say';
import { useRead } from '../parts/use-read';
import { Messages } from './Messages';

interface ReservedNoticeProps {
  pool: Pool;
  promotion: Promotion;
  acts: readonly IssuanceSummary[];
  now: number;
  /** The list whose messages are shown, if any. */
  shown: string | null;
  onShow: (issuance: string | null) => void;
}

/** The promotion is live: people with a reserved code wait for their message. */
export function ReservedNotice({ pool, promotion, acts, now, shown, onShow }: ReservedNoticeProps) {
  const isLive = promotion.start !== null && Date.parse(promotion.start) <= now;
  const key = `reserved ${isLive} ${acts.map(({ issuance, out, redeemed }) => `${issuance} ${out} ${redeemed}`).join()}`;
  const { value, problem } = useRead(onSentMessages, key, () => reservedLists(pool, promotion, acts, now));
  if (problem) return <Notice tone="problem" text={problem} />;
  return (
    <>
      {value?.map((list) => (
        <Waiting key={list.issuance} list={list} open={shown === list.issuance} onShow={onShow} />
      ))}
      {shown && <Messages pool={pool} promotion={promotion} issuance={shown} />}
    </>
  );
}

interface WaitingProps {
  list: Reserved;
  open: boolean;
  onShow: (issuance: string | null) => void;
}

function Waiting({ list: { issuance, note, waiting }, open, onShow }: WaitingProps) {
  return (
    <div class="cc-notice cc-notice-warning cc-row" role="status" data-testid="reserved">
      <p>{sayCount('reservedLive', waiting, { list: note })}</p>
      <button
        type="button"
        class="cc-button cc-small"
        aria-expanded={open}
        data-testid="reserved-messages"
        onClick={() => onShow(open ? null : issuance)}
      >
        {say('listMessages')}
      </button>
    </div>
  );
}
