import { useStore } from '../../ui/parts/use-store';
import { say } from '../../words/say';
import type { Leases } from '../lease/leases';
import { noticeOf } from '../pages/notice';
import type { TeamHere } from '../pages/team-here';
import { useLeases } from './lease/use-leases';
import { useLong } from './parts/use-long';

/** In the place of nothing: one line where nothing can be given out, and the way to what tells more. */
export function PoolNotice({ href }: { href: string }) {
  // Where the team can't be opened at all, the page says so itself.
  const parts = useLeases();
  return parts && <Line {...parts} href={href} />;
}

function Line({ here, leases, href }: { here: TeamHere; leases: Leases; href: string }) {
  const state = useStore(here);
  const { leases: all } = useStore(leases);
  const leased = all?.some(({ unseen }) => unseen > 0) ?? false;
  const told = noticeOf(state, useLong(state.since), leased);
  return (
    <div role="status" class="cc-told">
      {told && (
        <p class="cc-notice cc-notice-warning cc-pool-notice" data-testid="team-notice" data-why={told.why}>
          <span>{say(told.key)}</span> <a href={href}>{say(told.way)}</a>
        </p>
      )}
    </div>
  );
}
