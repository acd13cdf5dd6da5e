import * as z from 'zod/mini';
import type { Id } from '../sealing/ids';

/*
 * Whether all browsers came to the same codes. Whoever comes back states, in the log, the checksum of their copy and the
 * place up to which it is written, unless a colleague has stated that of the same codes already. Whoever meets such a
 * statement, at once or when they come back, compares their own copy with it: what was stated holds until the next act.
 *
 * A member alone could say anything. So a copy that is another than what one giver states goes on, and states its own:
 * whichever of the two is wrong stops as soon as an owner's, or another two, state it otherwise. A copy that is another
 * than an owner's, or than two colleagues', gives nothing out until its codes were loaded anew.
 */

/** What a member states, as it stands in the log. */
export const stateKind = 'state';
const shape = z.object({
  kind: z.literal(stateKind),
  seq: z.int().check(z.minimum(0)),
  sum: z.string().check(z.regex(/^[\da-f]{64}$/)),
});

/** A checksum of the codes as they are after the entry at `seq`. */
export interface Stated {
  readonly member: Id;
  readonly seq: number;
  readonly sum: string;
}

/** What an entry states; null where it is no statement. */
export function statedIn(told: unknown, member: Id): Stated | null {
  const read = shape.safeParse(told);
  return read.success ? { member, seq: read.data.seq, sum: read.data.sum } : null;
}

/** The statements that hold for the codes as they are now. */
export class Agreement {
  private all: readonly Stated[] = [];
  /** The place of the last act. */
  private act = 0;

  /** Begins with what is known from before: the last statements, and where the last act stands. */
  begin(stated: readonly Stated[], act: number): void {
    this.act = act;
    this.all = stated.filter(({ seq }) => seq >= act);
  }

  /** An act stands at this place: what was stated before says nothing of the codes after it. */
  acted(seq: number): void {
    this.act = seq;
    this.all = [];
  }

  /** Takes a statement; whether it holds for the codes as they are. */
  take(one: Stated): boolean {
    if (one.seq < this.act) return false;
    this.all = [...this.all.filter(({ member }) => member !== one.member), one];
    return true;
  }

  /** Whether there was any act. */
  get isAnything(): boolean {
    return this.act > 0;
  }

  /** To be kept. */
  get stated(): readonly Stated[] {
    return this.all;
  }

  /** What others state of this copy: `unknown` where nobody else says anything. `owners`: whose word alone counts. */
  of(
    sum: string,
    me: Id,
    owners: readonly Id[],
  ): 'same' | 'unknown' | { readonly differs: Id; readonly stops: boolean } {
    const others = this.all.filter(({ member }) => member !== me);
    const unlike = others.filter((one) => one.sum !== sum);
    const [first] = unlike;
    if (!first) return others.length > 0 ? 'same' : 'unknown';
    const owner = unlike.find(({ member }) => owners.includes(member));
    return { differs: (owner ?? first).member, stops: owner !== undefined || unlike.length > 1 };
  }
}
