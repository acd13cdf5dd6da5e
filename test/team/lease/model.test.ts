import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checksum, getPromotion, listPromotions, selfCheck } from '../../../src/ledger';
import { asActFile } from '../../../src/team/acts/act-file';
import type { Leases } from '../../../src/team/lease/leases';
import { codes, fileOf, promotion, rowsOf } from '../../ledger/helpers';
import { type Browser, MemoryTeam } from './memory-team';

const total = 40;

/** What a browser does, or what happens to it; `n` picks among what there is. */
interface Step {
  readonly browser: number;
  readonly does:
    | 'take'
    | 'give'
    | 'giveBoth'
    | 'giveOnline'
    | 'back'
    | 'cancel'
    | 'use'
    | 'reach'
    | 'reopen'
    | 'tell';
  readonly n: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  browser: fc.nat(3),
  does: fc.oneof(
    { weight: 3, arbitrary: fc.constant('take' as const) },
    { weight: 6, arbitrary: fc.constant('give' as const) },
    { weight: 2, arbitrary: fc.constant('giveBoth' as const) },
    { weight: 2, arbitrary: fc.constant('giveOnline' as const) },
    { weight: 3, arbitrary: fc.constant('reach' as const) },
    {
      weight: 6,
      arbitrary: fc.constantFrom('back', 'back', 'cancel', 'use', 'reopen', 'tell') as fc.Arbitrary<
        Step['does']
      >,
    },
  ),
  n: fc.nat(99),
});

/** Plays a history, and keeps what each page showed. */
class Play {
  readonly shown: { code: string; to: string; by: string }[] = [];
  readonly done = new Map<string, number>();
  private guests = 0;

  private constructor(
    readonly team: MemoryTeam,
    readonly browsers: readonly Browser[],
    readonly id: string,
  ) {}

  /** Ben has two browsers; in each, two pages are open. */
  static async start(): Promise<Play> {
    const team = new MemoryTeam();
    const who = ['Olga', 'Ben', 'Ben', 'Cleo'];
    for (const [n, member] of who.entries()) await (await team.browser(member, `b${n}`)).openPage();
    const [olga] = team.browsers;
    const target = { promotion: promotion(), as: { kind: 'new' }, name: 'lot', quantityAsked: null };
    const about = { ...target, takeBack: false, revision: 0 } as never;
    await olga?.does('confirmImport', [asActFile(fileOf(codes(total))), about]);
    const [listed] = olga ? await listPromotions(olga.db) : [];
    return new Play(team, team.browsers, listed?.promotion.id ?? '');
  }

  async run({ browser: which, does, n }: Step): Promise<void> {
    const browser = this.browsers[which] as Browser;
    const page = browser.pages[n % browser.pages.length] as Leases;
    await this.act(browser, page, does, n).then(
      (did) => did && this.done.set(does, (this.done.get(does) ?? 0) + 1),
      (error: unknown) => {
        // Refused, with a reason; nothing else may go wrong.
        if (!(error as { said?: unknown }).said) throw error;
      },
    );
  }

  private async act(browser: Browser, page: Leases, does: Step['does'], n: number): Promise<boolean> {
    const own = () => page.state.leases?.filter(({ here }) => here) ?? [];
    switch (does) {
      case 'take':
        await page.take(this.id, (n % 6) + 1);
        return true;
      case 'give':
        await this.offline(browser, page);
        return true;
      case 'giveBoth': {
        const both = await Promise.allSettled(browser.pages.map((each) => this.offline(browser, each)));
        return both.every(({ status }) => status === 'fulfilled');
      }
      case 'giveOnline': {
        const to = `guest ${++this.guests}`;
        const whom = { to, handle: '', channel: '', note: '' };
        const { codes: given } = await browser.does('issueNext', [this.id, 1, whom]);
        this.show(given, to, browser);
        return true;
      }
      case 'back': {
        const lease = own()[n % Math.max(1, own().length)];
        return lease !== undefined && (await page.giveBack(lease)) !== null;
      }
      case 'cancel': {
        const all = page.state.leases ?? [];
        const lease = all[n % Math.max(1, all.length)];
        return lease !== undefined && (await page.cancel(lease)) !== null;
      }
      case 'use': {
        // An order tells of a code, out or not.
        const code = codes(total)[n % total] ?? '';
        const { marked } = await browser.does('markUses', [[{ code, order: `111-${n}` }]]);
        return marked.length > 0;
      }
      case 'reach':
        browser.reach = (['up', 'down', 'lost', 'unheard'] as const)[n % 4] ?? 'up';
        return true;
      case 'reopen':
        await browser.reopen();
        await browser.openPage();
        return true;
      case 'tell':
        await page.tell();
        return true;
    }
  }

  private async offline(browser: Browser, page: Leases): Promise<void> {
    const to = `guest ${++this.guests}`;
    const whom = { to, channel: '', note: '', by: '' };
    const { codes: given } = await page.give(this.id, whom);
    this.show(given, to, browser);
  }

  private show(given: readonly string[], to: string, { member }: Browser): void {
    for (const code of given) this.shown.push({ code, to, by: member });
  }

  close(): void {
    for (const browser of this.browsers) browser.close();
  }
}

it('gives no code out twice, loses none, and has all copies alike, whatever happens to leases', async () => {
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async (steps) => {
      const play = await Play.start();
      try {
        for (const each of steps) await play.run(each);
        await play.team.settle();
        // What is only to be read by its giver is no longer waited for.
        for (const { page } of play.browsers)
          expect(page.state.givings.filter(({ news }) => news === undefined)).toEqual([]);
        for (const each of play.done.keys()) done.add(each);
        expect(new Set(play.shown.map(({ code }) => code)).size).toBe(play.shown.length);
        const [first, ...others] = play.browsers as [Browser, ...Browser[]];
        for (const { db } of others) expect(await checksum(db)).toBe(await checksum(first.db));
        expect((await selfCheck(first.db)).faults).toEqual([]);
        const rows = new Map((await rowsOf(first.db, play.id)).map((row) => [row.code, row]));
        expect(rows.size).toBe(total);
        for (const { code, to, by } of play.shown) {
          const row = rows.get(code);
          expect(row, code).toMatchObject({ issuedTo: to });
          // An order may have told of it before.
          if (row?.redeemedAt === '') expect(row.issuedBy).toBe(by);
          expect(['issued', 'void']).toContain(row?.state);
        }
        const { counts } = await getPromotion(first.db, play.id);
        const { page } = first;
        await expect
          .poll(() => page.state.leases?.reduce((sum, { left }) => sum + left, 0))
          .toBe(counts.held);
      } finally {
        play.close();
      }
    }),
    { numRuns: Number(process.env.TEAM_RUNS ?? 20), seed: Number(process.env.TEAM_SEED ?? 20261201) },
  );
  expect([...done].sort()).toEqual(
    ['back', 'cancel', 'give', 'giveBoth', 'giveOnline', 'reach', 'reopen', 'take', 'tell', 'use'].sort(),
  );
}, 120_000);
