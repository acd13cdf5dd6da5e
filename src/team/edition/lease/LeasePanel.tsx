import './lease.css';
import { useEffect, useState } from 'preact/hooks';
import { listPromotions, openLedger } from '../../../ledger';
import { useStore } from '../../../ui/parts/use-store';
import { nameOf } from '../../../ui/promotion/promotion-model';
import { say } from '../../../words/say';
import type { Leases } from '../../lease/leases';
import { isOffline } from '../../lease/reach';
import { isGone } from '../../pages/notice';
import type { TeamHere } from '../../pages/team-here';
import { LeaseRows } from './LeaseRows';
import { OfflineBook } from './OfflineBook';
import { useLeases } from './use-leases';

/** All codes that members took offline, on the team's page. */
export function LeasePanel() {
  const parts = useLeases();
  return parts && <Panel {...parts} />;
}

function Panel({ here, leases }: { here: TeamHere; leases: Leases }) {
  const state = useStore(here);
  const { leases: all, givings } = useStore(leases);
  const [promotions, setPromotions] = useState<ReadonlyMap<string, string>>(new Map());
  const known = all?.every(({ promotionId }) => promotions.has(promotionId)) ?? true;
  useEffect(() => {
    if (!known) void promotionNames().then(setPromotions, () => undefined);
  }, [known]);
  const offline = isOffline(state);
  // Who was removed takes and returns none; only what the team never heard of is still to be read.
  const gone = isGone(state);
  if (gone && givings.length === 0) return null;
  return (
    <section class="panel settings-wide" aria-labelledby="team-leases-title" data-testid="team-leases">
      <h3 id="team-leases-title">{say('teamLeases')}</h3>
      {!gone && <p class="cc-hint">{say('teamLeasesHint')}</p>}
      <OfflineBook leases={leases} givings={givings} />
      {!gone && <LeaseRows {...{ here, leases, promotions, offline }} rows={all ?? []} />}
      {!gone && all?.length === 0 && <p>{say('teamLeasesNone')}</p>}
    </section>
  );
}

async function promotionNames(): Promise<Map<string, string>> {
  const db = await openLedger();
  try {
    return new Map((await listPromotions(db)).map(({ promotion }) => [promotion.id, nameOf(promotion)]));
  } finally {
    db.close();
  }
}
