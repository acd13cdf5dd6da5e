import { useEffect, useState } from 'preact/hooks';
import { say } from '../../../words/say';
import { isGone } from '../../pages/notice';
import { useLeases } from './use-leases';

/** In the place of nothing: that this browser's member was removed. */
export function useGivingStopped(): string | null {
  const here = useLeases()?.here;
  const [gone, setGone] = useState(here !== undefined && isGone(here.state));
  useEffect(() => {
    if (!here) return;
    const look = () => setGone(isGone(here.state));
    look();
    return here.subscribe(look);
  }, [here]);
  return gone ? say('teamGone') : null;
}
