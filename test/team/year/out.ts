import type { Session } from '../../../src/team/follow/session.ts';
import type { Outcome } from '../../../src/team/replay/replica.ts';

interface Asked {
  readonly kind: string;
  /** The act of giving out that it takes back. */
  readonly issuance?: string;
  /** The codes that it gives out, where its answer doesn't name them. */
  readonly codes?: readonly string[];
}

/** What went out, as the log's acts came to it one after the other: kept apart from the ledger, to be compared with it. */
export class Out {
  /** Who asked for what, by the id of its entry. */
  readonly asked = new Map<string, Asked>();
  /** Codes of acts of giving out of which nothing came back. */
  readonly givings = new Map<string, readonly string[]>();
  /** Codes that went out while they were out already. */
  readonly twice: string[] = [];
  readonly refused = new Map<string, number>();
  private readonly codes = new Set<string>();

  /** Hears what each entry came to in a browser. */
  listen(session: Session): void {
    const { writer } = session as unknown as { writer: { heard(id: string, outcome: Outcome): void } };
    const { heard } = writer;
    writer.heard = (id, outcome) => {
      this.take(id, outcome);
      heard.call(writer, id, outcome);
    };
  }

  /** The last acts of giving out of which nothing came back. */
  readonly latest: string[] = [];

  get count(): number {
    return this.codes.size;
  }

  private take(id: string, outcome: Outcome): void {
    const asked = this.asked.get(id);
    if (!asked) return;
    this.asked.delete(id);
    if (!outcome.done) {
      const why = `${asked.kind}: ${(outcome.problem as { code?: string }).code ?? outcome.problem}`;
      this.refused.set(why, (this.refused.get(why) ?? 0) + 1);
      return;
    }
    if (asked.issuance !== undefined) {
      for (const code of this.givings.get(asked.issuance) ?? []) this.codes.delete(code);
      this.givings.delete(asked.issuance);
      this.latest.splice(this.latest.indexOf(asked.issuance), this.latest.includes(asked.issuance) ? 1 : 0);
      return;
    }
    const { codes = asked.codes } = (outcome.result ?? {}) as { codes?: readonly string[] };
    if (!codes) return;
    for (const code of codes) {
      if (this.codes.has(code)) this.twice.push(code);
      this.codes.add(code);
    }
    this.givings.set(id, codes);
    this.latest.push(id);
    if (this.latest.length > 300) this.latest.shift();
  }
}
