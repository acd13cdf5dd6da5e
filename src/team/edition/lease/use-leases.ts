import { useEffect, useState } from 'preact/hooks';
import type { Leases } from '../../lease/leases';
import type { TeamHere } from '../../pages/team-here';
import { leasesHere, teamHere } from '../open-pool';

/** The team and its leases, once this page has them; where they can't be opened, the page says so itself. */
export function useLeases(): { readonly here: TeamHere; readonly leases: Leases } | null {
  const [parts, setParts] = useState<{ here: TeamHere; leases: Leases } | null>(null);
  useEffect(
    () =>
      void Promise.all([teamHere(), leasesHere()]).then(
        ([here, leases]) => setParts({ here, leases }),
        () => undefined,
      ),
    [],
  );
  return parts;
}
