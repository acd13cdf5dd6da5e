import { setTimeout as sleep } from 'node:timers/promises';
import type { Member } from '../../browser/team/member.ts';
import type { Chance } from '../../chance.ts';
import type { Attempt } from './attempts.ts';

/** How a member takes its codes: as the build does, or broken on purpose. */
export type Way = 'give' | 'giveExpected';

/** Told by the page: nothing was given out. What else it tells leaves a doubt. */
const refusals = ['not-enough', 'teamNotReached'];

/** A member who gives out codes until there are none, whatever happens to its browser. */
export class Racer {
  readonly attempts: Attempt[] = [];
  /** What the page itself measured for each single code, milliseconds. */
  readonly singles: number[] = [];
  /** Whatever the page said instead of codes, and how often. */
  readonly problems: Record<string, number> = {};
  done = false;
  #page = newPage();
  #up: Promise<void> = Promise.resolve();

  constructor(
    readonly member: Member,
    private readonly chance: Chance,
  ) {}

  /** Gives out singles and small lots. Resolves once it is told that no code is left. */
  async run(promotionId: string, way: Way): Promise<void> {
    let most = 16;
    for (let n = 1; !this.done; n++) {
      await this.#up;
      const wanted = this.chance.oneIn(3) ? this.chance.between(1, most) : 1;
      const to = `${this.member.name} ${n}`;
      const attempt = await this.#give(way, promotionId, wanted, to);
      this.attempts.push(attempt);
      if (attempt.end === 'refused' && this.#last === 'not-enough') {
        if (wanted === 1) this.done = true;
        most = 1;
      }
    }
  }

  /** Does something to the browser in the middle of whatever it does; giving out goes on once `how` is through. */
  disturb(how: (member: Member) => Promise<void>): Promise<void> {
    const before = this.#up;
    this.#up = before.then(async () => {
      const { end } = this.#page;
      await how(this.member).finally(() => {
        end();
        this.#page = newPage();
      });
      await this.#open();
    });
    return this.#up;
  }

  /** Waits until nothing is done to it any more. */
  async settled(): Promise<void> {
    await this.#up;
  }

  #last = '';

  async #give(way: Way, promotionId: string, wanted: number, to: string): Promise<Attempt> {
    const { gone } = this.#page;
    const asked = this.member.ask(way, promotionId, wanted, to).catch(async (error) => {
      // A page that is being closed fails before it is said to be gone.
      if ((await Promise.race([gone, sleep(60_000, 'there' as const)])) === 'there') throw error;
      return null;
    });
    const given = await Promise.race([gone, asked]);
    this.#last = given === null ? 'gone' : 'problem' in given ? given.problem : '';
    if (given !== null && 'codes' in given) {
      if (wanted === 1) this.singles.push(given.ms);
      return { to, wanted, end: 'shown', codes: given.codes };
    }
    this.problems[this.#last] = (this.problems[this.#last] ?? 0) + 1;
    return { to, wanted, end: refusals.includes(this.#last) ? 'refused' : 'unsure', codes: [] };
  }

  /** A browser that was just killed may need another try. */
  async #open(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await this.member.reopen();
        return;
      } catch (error) {
        if (tries === 3) throw error;
        await sleep(1000);
      }
    }
  }
}

/** A page as long as it is there. */
function newPage(): { readonly gone: Promise<null>; readonly end: () => void } {
  let end = () => {};
  const gone = new Promise<null>((resolve) => {
    end = () => resolve(null);
  });
  return { gone, end };
}
