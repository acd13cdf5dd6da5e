import type { LogEntry, TeamLog } from '../../../src/team/log/log';
import { LogProblem } from '../../../src/team/log/log';
import { MemoryKeys } from './memory-keys';

/** What lies under a name, by this member or whoever came first. */
export function objectIn(objects: ReadonlyMap<string, Uint8Array>, name: string, by?: string) {
  const is = (at: string) => (by === undefined ? at.endsWith(` ${name}`) : at === `${by} ${name}`);
  return [...objects].find(([at]) => is(at))?.[1] ?? null;
}

/** The names under which this member put anything. */
export function namesIn(objects: ReadonlyMap<string, Uint8Array>, member: string): string[] {
  return [...objects.keys()].flatMap((at) =>
    at.startsWith(`${member} `) ? [at.slice(member.length + 1)] : [],
  );
}

/** A log in memory, shared by the members of a test: only its order is what it is about. */
export class MemoryLog {
  readonly entries: LogEntry[] = [];
  readonly objects = new Map<string, Uint8Array>();
  readonly keys = new MemoryKeys();
  private readonly waiting = new Set<() => void>();

  /** Puts bytes in, as if by this member's credentials. */
  put(member: string, bytes: Uint8Array): number {
    const seq = this.entries.length + 1;
    this.entries.push({ seq, member, time: Date.UTC(2026, 10, 1) + seq * 1000, bytes });
    for (const wake of this.waiting) wake();
    return seq;
  }

  /** A member's way to it. */
  of(member: string): TeamLog {
    return {
      keys: this.keys,
      append: async (_id, bytes) => this.put(member, bytes),
      follow: (after, signal) => this.follow(after, signal),
      entry: async (seq) => this.entries[seq - 1] ?? null,
      bounds: async () => ({ first: 1, last: this.entries.length, born: 1 }),
      putObject: async (name, bytes) => void this.objects.set(`${member} ${name}`, bytes),
      getObject: async (name, by) => objectIn(this.objects, name, by),
      namesBy: async (member) => namesIn(this.objects, member),
      deleteObject: async (name) => void this.objects.delete(`${member} ${name}`),
      onState(listener) {
        listener('connected');
        return () => undefined;
      },
      close: async () => undefined,
    };
  }

  private async *follow(after: number, signal: AbortSignal): AsyncGenerator<LogEntry> {
    if (after > this.entries.length) throw new LogProblem('gap');
    for (let seq = after + 1; !signal.aborted; ) {
      const entry = this.entries[seq - 1];
      if (entry) {
        seq++;
        yield entry;
        continue;
      }
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.waiting.delete(wake);
          resolve();
        };
        this.waiting.add(wake);
        signal.onabort = wake;
      });
    }
  }
}
