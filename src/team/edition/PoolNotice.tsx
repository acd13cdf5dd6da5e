import { useEffect, useState } from 'preact/hooks';
import { useStore } from '../../ui/parts/use-store';
import { say } from '../../words/say';
import { noticeOf } from '../pages/notice';
import type { TeamHere } from '../pages/team-here';
import { teamHere } from './open-pool';
import { useLong } from './parts/use-long';

/** In the place of nothing: one line where nothing can be given out, and the way to what tells more. */
export function PoolNotice({ href }: { href: string }) {
  const [here, setHere] = useState<TeamHere | null>(null);
  // Where the team can't be opened at all, the page says so itself.
  useEffect(() => void teamHere().then(setHere, () => undefined), []);
  return here && <Line here={here} href={href} />;
}

function Line({ here, href }: { here: TeamHere; href: string }) {
  const state = useStore(here);
  const told = noticeOf(state, useLong(state.since));
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
