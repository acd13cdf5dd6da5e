import { useState } from 'preact/hooks';
import { toldProblem } from '../../../words/problem-words';

export interface Told {
  readonly tone: 'done' | 'problem' | 'warning';
  readonly text: string;
  /** Once it resolves, this is told no more. */
  readonly over?: Promise<void> | null;
}

/** One thing at a time: whether one is on its way, and what the last one came to. */
export function useWork() {
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  /** Does it; resolves with whether it went well. What it returns is told. */
  async function run(work: () => Promise<Told | null | undefined>): Promise<boolean> {
    setBusy(true);
    setTold(null);
    try {
      setTold((await work()) ?? null);
      return true;
    } catch (error) {
      setTold(toldProblem(error));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, told, run, tell: setTold };
}
