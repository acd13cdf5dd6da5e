import { useEffect, useState } from 'preact/hooks';

const beat = 30_000;

/** The present in milliseconds, renewed twice a minute, so that "codes work" never outlives the codes. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), beat);
    return () => clearInterval(timer);
  }, []);
  return now;
}
