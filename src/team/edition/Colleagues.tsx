import { useEffect, useState } from 'preact/hooks';
import { useStore } from '../../ui/parts/use-store';
import type { TeamHere } from '../pages/team-here';
import { teamHere } from './open-pool';

/** In the place of lots that are handed over: the team that shares everything. */
export function ColleagueParts() {
  const [here, setHere] = useState<TeamHere | null>(null);
  useEffect(() => void teamHere().then(setHere), []);
  return here && <Team here={here} />;
}

function Team({ here }: { here: TeamHere }) {
  const { seat, standing } = useStore(here);
  return <pre>{JSON.stringify({ seat: seat?.team, standing })}</pre>;
}
