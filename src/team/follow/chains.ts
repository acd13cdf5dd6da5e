import type { Digest } from '../sealing/envelope-layout';
import type { Notes } from './notes';

/** So many of the last places are known without asking the disk. */
const kept = 4096;

/** The log's chain at each place that was followed. */
export class Chains {
  private readonly last = new Map<number, Digest>();

  constructor(private readonly notes: Pick<Notes, 'chainAt'>) {}

  keep(seq: number, chain: Digest): void {
    this.last.set(seq, chain);
    this.last.delete(seq - kept);
  }

  /** The chain after the entry at `seq`; null where that was never met. */
  async at(seq: number): Promise<Digest | null> {
    return this.last.get(seq) ?? this.notes.chainAt(seq);
  }
}
