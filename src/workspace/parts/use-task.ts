import { useState } from 'preact/hooks';
import { sentenceOf } from '../../words/problem-words';

export interface TaskOutcome {
  readonly tone: 'done' | 'problem' | 'warning';
  readonly text: string;
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
      setTold({ tone: 'problem', text: sentenceOf(error) });
    } finally {
      setBusy(null);
    }
  }
  return { busy, told, run, tell: setBusy };
}
