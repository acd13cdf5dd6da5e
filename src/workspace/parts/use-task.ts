import { useState } from 'preact/hooks';
import { toldProblem } from '../../words/problem-words';

export interface TaskOutcome {
  readonly tone: 'done' | 'problem' | 'warning';
  readonly text: string;
  /** Once it resolves, this is told no more. */
  readonly over?: Promise<void> | null;
}

/** One thing at a time: what it is busy with, and what the last one came to. */
export function useTask() {
  const [busy, setBusy] = useState<string | null>(null);
  const [told, setTold] = useState<TaskOutcome | null>(null);
  async function run(words: string, work: () => Promise<TaskOutcome | null>): Promise<void> {
    setBusy(words);
    setTold(null);
    try {
      setTold(await work());
    } catch (error) {
      setTold(toldProblem(error));
    } finally {
      setBusy(null);
    }
  }
  return { busy, told, run, tell: setBusy };
}
