import './lease.css';
import { type Counts, givesOut, type Promotion } from '../../../domain/promotion';
import { useStore } from '../../../ui/parts/use-store';
import { say } from '../../../words/say';
import type { Leases } from '../../lease/leases';
import { isOffline } from '../../lease/reach';
import { isGone } from '../../pages/notice';
import type { TeamHere } from '../../pages/team-here';
import { useLong } from '../parts/use-long';
import { LeaseRows } from './LeaseRows';
import { OfflineBook } from './OfflineBook';
import { TakeLease } from './TakeLease';
import { useLeases } from './use-leases';

interface TakenOfflineProps {
  promotion: Promotion;
  counts: Counts;
}

/** In the place of nothing: the codes of a promotion that members took offline, and the way to take some. */
export function TakenOffline(props: TakenOfflineProps) {
  const parts = useLeases();
  return parts && <Taken {...parts} {...props} />;
}

function Taken({ here, leases, promotion, counts }: TakenOfflineProps & { here: TeamHere; leases: Leases }) {
  const state = useStore(here);
  const { leases: all, givings } = useStore(leases);
  useLong(state.since);
  const offline = isOffline(state);
  const gone = isGone(state);
  const own = all?.filter((lease) => lease.promotionId === promotion.id) ?? [];
  return (
    <div class="lease-part">
      <OfflineBook leases={leases} givings={givings.filter((each) => each.promotionId === promotion.id)} />
      {!gone && <LeaseRows {...{ here, leases, offline }} rows={own} title={say('teamLeases')} />}
      {!offline && !gone && givesOut(promotion) && (
        <TakeLease here={here} leases={leases} promotion={promotion} left={counts.available} />
      )}
    </div>
  );
}
