import type { Members } from '../members/team-state';
import type { Id } from '../sealing/ids';
import { Agreement, type Stated, statedIn, stateKind } from './agreement';
import { Halted } from './halt';
import type { Notes } from './notes';

/** What is to be stated from here, as the act that says it. */
export interface ToState {
  readonly kind: typeof stateKind;
  readonly seq: number;
  readonly sum: string;
}

/** Compares the codes here with what colleagues state of theirs; see `Agreement`. */
export class Comparing {
  private readonly agreement = new Agreement();
  /** Whether this copy was found to be like a colleague's since it began. */
  private isCompared = false;
  /** Whose word was compared since then. */
  private readonly heard = new Set<Id>();
  /** The checksum since the last act, once it was needed: nobody has it computed again and again. */
  private sum: string | null = null;
  /** What is to be stated; null for nothing. */
  due: ToState | null = null;

  constructor(
    private readonly here: {
      readonly me: Id;
      readonly notes: Pick<Notes, 'stated' | 'keepStated' | 'lastAct'>;
      /** The checksum of the codes here; null while they aren't whole, or are not those of the place followed to. */
      sum(): Promise<string | null>;
    },
  ) {}

  async begin(seq: number): Promise<void> {
    const { notes } = this.here;
    this.agreement.begin(await notes.stated(), await notes.lastAct(seq));
  }

  acted(seq: number): void {
    this.sum = null;
    this.agreement.acted(seq);
  }

  /**
   * Takes what stands in the log as a statement, once all before it is written; false for nonsense. Throws Halted where
   * the codes here are others than those that count.
   */
  async take(
    told: unknown,
    member: Id,
    now: { readonly seq: number; readonly members: Members | null },
  ): Promise<boolean> {
    const stated = statedIn(told, member);
    // Nobody knows what comes after their word: it would hold for whatever that is.
    if (!stated || stated.seq > now.seq) return false;
    if (!this.agreement.take(stated)) return true;
    await this.here.notes.keepStated(this.agreement.stated);
    // Once is enough: since then all did the same acts. Of each, too: who acts and states in turn would have everybody compute.
    const isHeard = this.sum === null && this.heard.has(member);
    if (member === this.here.me || this.isCompared || isHeard) return true;
    this.heard.add(member);
    await this.compare(now);
    return true;
  }

  /** Compares, while no entry is taken in; what is to be stated from here is `due` then. Throws Halted. */
  async compare({ seq, members }: { readonly seq: number; readonly members: Members | null }): Promise<void> {
    const { me } = this.here;
    // Where nothing was done yet there is nothing to compare.
    this.sum ??= this.agreement.isAnything ? await this.here.sum() : null;
    const { sum } = this;
    if (sum === null) return;
    const owners = ownersIn(members);
    const found = this.agreement.of(sum, me, owners);
    if (typeof found === 'object' && found.stops)
      throw new Halted({ kind: 'differs', member: found.differs });
    this.isCompared = found === 'same';
    const said = this.agreement.stated.some((one: Stated) => one.member === me && one.sum === sum);
    // Whose copy is the wrong one, others can tell only once they know both.
    this.due = found !== 'same' && !said ? { kind: stateKind, seq, sum } : null;
  }
}

function ownersIn(members: Members | null): Id[] {
  return Object.values(members?.all ?? {}).flatMap(({ card, role, gone }) =>
    role === 'owner' && !gone ? [card.id] : [],
  );
}
