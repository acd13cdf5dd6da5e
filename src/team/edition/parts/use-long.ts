import { useEffect, useState } from 'preact/hooks';

/** A page that was just opened connects in a moment: nothing is said of that. */
const moment = 4000;

/** Whether something has stood as it does for longer than a moment; `since` in milliseconds. */
export function useLong(since: number): boolean {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = setTimeout(() => setNow(Date.now()), moment + 50);
    return () => clearTimeout(timer);
  }, [since]);
  return now - since >= moment;
}
