import type { Said } from '../../domain/problem';
import { LedgerProblem, type LedgerProblemCode } from '../../ledger';
import { LogProblem, type LogProblemKind } from '../log/log';
import type { Outcome } from '../replay/replica';
import type { HandedKeys } from '../sealing/handed-keys';
import { Halted } from './halt';
import type { Standing } from './session';
import { NotWritten, type ToWrite } from './writer';

/** An act on members that is to be written, with the keys that go with it. */
export interface MemberToWrite {
  readonly id: string;
  readonly member: { readonly kind: string };
  readonly handed: HandedKeys | null;
}

type Asked = ToWrite | MemberToWrite;

/** How often a page that was asked says that it is still at it, milliseconds. */
const every = 3000;

/** What pages of one browser say to each other; only extension pages of this very extension hear it. */
type Message =
  | { readonly kind: 'ask'; readonly act: Asked }
  | { readonly kind: 'answer'; readonly id: string; readonly answer: Answer }
  /** The page that was asked is still at it. */
  | { readonly kind: 'working'; readonly id: string }
  /** A page has come to hold the line: whoever waits asks again. */
  | { readonly kind: 'here' }
  | { readonly kind: 'how' }
  /** The connection is to be made anew; `anew`: the codes, too. */
  | { readonly kind: 'again'; readonly anew: boolean }
  | { readonly kind: 'standing'; readonly standing: Standing };

type Answer = { readonly outcome: Outcome } | { readonly problem: PlainProblem };

/** A problem as it goes from page to page. */
type PlainProblem =
  | { readonly of: 'ledger'; readonly code: LedgerProblemCode; readonly said: Said }
  | { readonly of: 'log'; readonly kind: LogProblemKind; readonly data: LogProblem['data'] }
  /** `why`: what this computer can't do. */
  | {
      readonly of: 'writing';
      readonly maybe: boolean;
      readonly before: boolean;
      readonly why: PlainProblem | null;
    }
  | { readonly of: 'following'; readonly why: Halted['why'] }
  | { readonly of: 'other'; readonly text: string };

/**
 * How pages that don't hold the line to the team have the one that does write for them. Asked again under the same id,
 * an act is done once.
 */
export class Asks {
  private readonly channel = new BroadcastChannel('claimcheck-team');
  private readonly waiting = new Map<
    string,
    {
      readonly act: Asked;
      readonly resolve: (outcome: Outcome) => void;
      readonly reject: (why: unknown) => void;
      /** Has it wait for longer. */
      readonly wait: () => void;
    }
  >();

  /** `answer` is null while this page doesn't hold the line. */
  constructor(
    private readonly on: {
      answer(): ((act: Asked) => Promise<Outcome>) | null;
      standing(): Standing;
      heard(standing: Standing): void;
      /** Another page wants the connection to be made anew, or the codes to be loaded anew. */
      again(anew: boolean): void;
    },
  ) {
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => void this.take(data);
    this.say({ kind: 'how' });
  }

  /**
   * Has another page do an act. Rejects as it does there, and with NotWritten where nothing is heard of it for `patience`
   * (ms).
   */
  ask(act: Asked, patience: number): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      let late: ReturnType<typeof setTimeout>;
      const wait = () => {
        clearTimeout(late);
        late = setTimeout(() => this.settle(act.id)?.reject(new NotWritten(true, 'late')), patience);
      };
      wait();
      const end =
        <T>(tell: (told: T) => void) =>
        (told: T) => {
          clearTimeout(late);
          tell(told);
        };
      this.waiting.set(act.id, { act, resolve: end(resolve), reject: end(reject), wait });
      this.say({ kind: 'ask', act });
    });
  }

  /** Says that this page holds the line now; what it was itself waiting for, it does itself. */
  takeOver(): void {
    this.say({ kind: 'here' });
    for (const { act } of [...this.waiting.values()]) void this.take({ kind: 'ask', act });
  }

  /** Has whichever page holds the line connect anew; `anew`: and load the codes anew. */
  again(anew: boolean): void {
    this.say({ kind: 'again', anew });
  }

  tellStanding(standing: Standing): void {
    this.say({ kind: 'standing', standing: plainStanding(standing) });
  }

  close(): void {
    this.channel.close();
  }

  private async take(message: Message): Promise<void> {
    const answer = this.on.answer();
    switch (message.kind) {
      case 'ask': {
        if (!answer) return;
        const { id } = message.act;
        const working = setInterval(() => this.say({ kind: 'working', id }), every);
        const told = await answer(message.act).then(
          (outcome): Answer => ({ outcome: plainOutcome(outcome) }),
          (error): Answer => ({ problem: plain(error) }),
        );
        clearInterval(working);
        this.say({ kind: 'answer', id, answer: told });
        return this.answered(id, told);
      }
      case 'working':
        return this.waiting.get(message.id)?.wait();
      case 'answer':
        return this.answered(message.id, message.answer);
      case 'here':
        for (const { act } of this.waiting.values()) this.say({ kind: 'ask', act });
        return;
      case 'how':
        if (answer) this.tellStanding(this.on.standing());
        return;
      case 'again':
        if (answer) this.on.again(message.anew);
        return;
      case 'standing':
        this.on.heard(livingStanding(message.standing));
    }
  }

  private answered(id: string, answer: Answer): void {
    const waiting = this.settle(id);
    if ('problem' in answer) waiting?.reject(living(answer.problem));
    else waiting?.resolve(livingOutcome(answer.outcome));
  }

  private settle(id: string) {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    return waiting;
  }

  private say(message: Message): void {
    this.channel.postMessage(message);
  }
}

function plainOutcome(outcome: Outcome): Outcome {
  return outcome.done ? outcome : { done: false, problem: plain(outcome.problem) };
}

function livingOutcome(outcome: Outcome): Outcome {
  return outcome.done ? outcome : { done: false, problem: living(outcome.problem as PlainProblem) };
}

function plainStanding(standing: Standing): Standing {
  return standing.kind === 'stopped' ? { kind: 'stopped', why: plain(standing.why) } : standing;
}

function livingStanding(standing: Standing): Standing {
  return standing.kind === 'stopped'
    ? { kind: 'stopped', why: living(standing.why as PlainProblem) }
    : standing;
}

function plain(error: unknown): PlainProblem {
  if (error instanceof LedgerProblem) return { of: 'ledger', code: error.code, said: error.said };
  if (error instanceof LogProblem) return { of: 'log', kind: error.kind, data: error.data };
  if (error instanceof NotWritten) {
    const { maybe, before, cause } = error;
    return { of: 'writing', maybe, before, why: cause instanceof LedgerProblem ? plain(cause) : null };
  }
  if (error instanceof Halted) return { of: 'following', why: error.why };
  return { of: 'other', text: String(error) };
}

function living(problem: PlainProblem): unknown {
  switch (problem.of) {
    case 'ledger':
      return new LedgerProblem(problem.code, problem.said);
    case 'log':
      return new LogProblem(problem.kind, problem.data);
    case 'writing':
      return new NotWritten(problem.maybe, problem.why && living(problem.why), problem.before);
    case 'following':
      return new Halted(problem.why);
    case 'other':
      return problem.text;
  }
}
