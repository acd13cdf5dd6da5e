import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../../src/team/sealing/bytes';
import { chainOf, chainStart, witnessOf } from '../../../src/team/sealing/chain';
import { aTeam } from './people';

async function chainsOf(entries: readonly Uint8Array[]): Promise<string[]> {
  const chains = [await chainStart(aTeam)];
  for (const entry of entries) chains.push(await chainOf(chains.at(-1) as string, entry));
  return chains;
}

describe('the chain of a log', () => {
  it('is the same in every client', async () => {
    const start = await chainStart('0'.repeat(24));
    expect(start).toBe('e8hELZk9AwCVk9uzy10dAHfuP-KAh1ZKRm91c2ogZ1k');
    expect(await chainOf(start, utf8('entry'))).toBe('fWN-fqz_zw_FfczKwbFeaRGaE-qv7yDqeLWrfJAqVK8');
  });

  it('differs from the first entry on that differs, is missing or changed places', async () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 5 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(entries, entries, async (a, b) => {
        const [one, two] = [await chainsOf(a), await chainsOf(b)];
        const same = a.findIndex((entry, i) => String(entry) !== String(b[i] ?? 'none'));
        const until = same < 0 ? Math.min(a.length, b.length) : same;
        for (let i = 0; i < Math.max(one.length, two.length); i++) expect(one[i] === two[i]).toBe(i <= until);
      }),
    );
    expect((await chainsOf([utf8('ab'), utf8('c')])).at(-1)).not.toBe(
      (await chainsOf([utf8('a'), utf8('bc')])).at(-1),
    );
    await expect(chainOf('no', utf8('entry'))).rejects.toThrow(RangeError);
  });
});

describe('what an entry tells of the log it stands in', () => {
  it('is noticed where the log is another', async () => {
    const chains = await chainsOf([utf8('1'), utf8('2'), utf8('3')]);
    const here = { seq: 4, ownLast: 'last', chainAt: (seq: number) => chains[seq] ?? null };
    const seen = (seq: number, chain = chains[seq] as string) => ({ prev: 'last', seen: { seq, chain } });
    for (const seq of [0, 1, 2, 3]) expect(witnessOf(seen(seq), here)).toBe('same');
    expect(witnessOf(seen(2, chains[3]), here)).toBe('other-log');
    expect(witnessOf(seen(4, 'x'), here)).toBe('cut');
    expect(witnessOf(seen(1000, 'x'), here)).toBe('cut');
    expect(witnessOf({ ...seen(3), prev: null }, here)).toBe('own-missing');
    expect(witnessOf({ ...seen(3), prev: null }, { ...here, ownLast: null })).toBe('same');
    // What isn't kept any more tells nothing.
    expect(witnessOf(seen(2, 'x'), { ...here, chainAt: () => null })).toBe('same');
  });
});
