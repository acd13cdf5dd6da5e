import { describe, expect, it } from 'vitest';
import {
  Everybody,
  lineKey,
  linesOf,
  type PeopleRow,
  shownRows,
} from '../../../src/actions/people/people-rows';
import type { Holding } from '../../../src/actions/pool';

const at = (day: number) => new Date(Date.UTC(2026, 4, day)).toISOString();
const pause = async () => undefined;

function holding(to: string, more: Partial<Holding> & { day?: number; of?: string } = {}): Holding {
  const { day = 1, of = 'p1', ...rest } = more;
  return {
    ...{ to, handle: '', channel: '', note: '', batch: 1, from: 0, count: 1, state: 'issued' },
    ...{ endedAt: '', usedAt: '', orderId: '' },
    act: { promotionId: of, issuance: `${to} ${day}`, at: at(day), by: '' },
    ...rest,
  };
}

const all = [
  holding('Anna', { handle: 'a@x.org', channel: 'Instagram', note: 'VIP', from: 0, day: 3 }),
  holding('ANNA', { channel: 'TikTok', from: 1, day: 9, state: 'void', endedAt: at(10) }),
  holding('Bert', { from: 2, day: 5, of: 'p2' }),
  holding('RebateKey', { channel: 'Platform', from: 3, count: 40, day: 2 }),
  holding('', { channel: 'Instagram', from: 50, day: 1, usedAt: at(2) }),
];
const rowsOf = async (by: 'person' | 'channel', promotion = '') =>
  (await Everybody.of(all, pause)).rows(by, promotion, pause);
const names = (rows: readonly PeopleRow[]) => rows.map(({ name, codes }) => [name, codes]);

describe('who has what, by person and by channel', () => {
  it('puts what one person has together, as it was written last', async () => {
    const rows = shownRows(await rowsOf('person'), '', 'newest', 'en');
    expect(names(rows)).toEqual([
      ['ANNA', 2],
      ['Bert', 1],
      ['RebateKey', 40],
      ['', 1],
    ]);
    expect(rows[0]).toMatchObject({
      ...{ handle: 'a@x.org', channels: ['TikTok', 'Instagram'], notes: ['VIP'] },
      became: { out: 1, used: 0, canceled: 1, returned: 0 },
    });
    expect(rows[3]).toMatchObject({ known: [], channels: ['Instagram'], became: { used: 1 } });
  });

  it('tells who is the same person by all promotions, and shows of one what is of it', async () => {
    const rows = await rowsOf('person', 'p1');
    expect(names(shownRows(rows, '', 'name', 'en'))).toEqual([
      ['ANNA', 2],
      ['RebateKey', 40],
      ['', 1],
    ]);
    expect(names(await rowsOf('person', 'p2'))).toEqual([['Bert', 1]]);
  });

  it('groups by channel, and finds a channel by whoever got something through it', async () => {
    const rows = await rowsOf('channel');
    expect(names(shownRows(rows, '', 'codes', 'en'))).toEqual(
      [
        ['Platform', 40],
        ['TikTok', 1],
        ['', 1],
        ['Instagram', 2],
      ].sort((a, b) => Number(b[1]) - Number(a[1])),
    );
    expect(names(shownRows(rows, 'A@X', 'name', 'en'))).toEqual([['Instagram', 2]]);
  });

  it('unfolds a lot code by code, each line with a key of its own', async () => {
    const rows = shownRows(await rowsOf('person'), '', 'codes', 'en');
    const lines = linesOf(rows, new Set([rows[0]?.key ?? '']));
    expect(lines.map(({ kind }) => kind).slice(0, 4)).toEqual(['row', 'about', 'code', 'code']);
    expect(lines.length).toBe(4 + 1 + 40);
    expect(new Set(lines.map(lineKey)).size).toBe(lines.length);
  });
});
