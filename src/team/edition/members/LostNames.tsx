import { useEffect, useState } from 'preact/hooks';
import { openLedger } from '../../../ledger';
import { sayCount } from '../../../words/say';
import { countLost } from '../../personal/lost';

/** Says where names can't be read though nobody was forgotten: somebody destroyed their keys. `seq`: how far the log is followed. */
export function LostNames({ seq }: { seq: number }) {
  const [lost, setLost] = useState(0);
  useEffect(() => {
    let current = true;
    const look = async () => {
      const db = await openLedger();
      try {
        const count = await countLost(db);
        if (current) setLost(count);
      } finally {
        db.close();
      }
    };
    look().catch((error: unknown) => console.warn('Names that can’t be read were not counted:', error));
    return () => {
      current = false;
    };
  }, [seq]);
  if (lost === 0) return null;
  return (
    <div class="cc-notice cc-notice-warning settings-wide" data-testid="team-lost-names">
      <p>{sayCount('teamLostNames', lost)}</p>
    </div>
  );
}
