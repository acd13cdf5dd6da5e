import { useEffect, useState } from 'preact/hooks';
import { leasesHere, type TeamParts, teamPartsNow } from '../open-pool';

/** The team and its leases, once this page has them; where they can't be opened, the page says so itself. */
export function useLeases(): TeamParts | null {
  const [parts, setParts] = useState(teamPartsNow);
  useEffect(() => {
    if (!parts)
      leasesHere().then(
        () => setParts(teamPartsNow()),
        () => undefined,
      );
  }, [parts]);
  return parts;
}
