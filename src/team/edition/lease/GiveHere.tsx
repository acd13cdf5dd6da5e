import { GiveNext, type GiveNextProps } from '../../../ui/give/GiveNext';
import { useStore } from '../../../ui/parts/use-store';
import { say, sayCount } from '../../../words/say';
import type { Leases } from '../../lease/leases';
import { isOffline } from '../../lease/reach';
import { isGone } from '../../pages/notice';
import type { TeamHere } from '../../pages/team-here';
import { useLong } from '../parts/use-long';
import { useLeases } from './use-leases';

/** In the place of giving out the next code: the same, and what of it can be done without the engine. */
export function GiveHere(props: GiveNextProps) {
  const parts = useLeases();
  return parts ? <Giving {...parts} give={props} /> : <GiveNext {...props} />;
}

function Giving({ here, leases, give }: { here: TeamHere; leases: Leases; give: GiveNextProps }) {
  const state = useStore(here);
  const { leases: all } = useStore(leases);
  // Draws it anew once it has been so for long.
  useLong(state.since);
  // Who was removed reads of that, and nothing of a way to give out.
  const offline = isOffline(state) && !isGone(state);
  const { promotion, counts } = give;
  const had = all?.some((lease) => lease.here && lease.promotionId === promotion.id) ?? false;
  const left = leases.left(promotion.id);
  // Only what was taken along can go out; without a lease the button stays, and says why nothing does.
  const shown = offline && left > 0 ? { ...counts, available: left } : counts;
  return (
    <>
      <div role="status" class="cc-told">
        {offline && (
          <p
            class={`cc-notice ${left > 0 ? '' : 'cc-notice-warning'}`}
            data-testid="lease-offline"
            data-left={left}
          >
            {left > 0 ? sayCount('teamOfflineLeft', left) : say(had ? 'teamLeaseEmpty' : 'teamLeaseNone')}
          </p>
        )}
      </div>
      <GiveNext {...give} counts={shown} />
    </>
  );
}
