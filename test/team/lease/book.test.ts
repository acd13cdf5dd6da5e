import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { Book } from '../../../src/team/lease/book';
import { deleteCopy } from '../../../src/team/pages/left-copy';

const about = {
  promotionId: 'p',
  to: 'Anna',
  handle: '',
  channel: '',
  note: '',
  at: '2026-11-01T00:00:00.000Z',
};
const codes = [0, 1, 2].map((from) => ({ batch: 1, from, code: `CODE-${from}` }));
const from = [{ lease: 'train', codes }];

it('calls its browser the same in each page, and another browser otherwise', async () => {
  const names = await Promise.all(
    ['one', 'one', 'other'].map(async (name) => (await Book.open('team', name)).browser()),
  );
  expect(names[0]).toBe(names[1]);
  expect(names[2]).not.toBe(names[0]);
});

it('never gives out again what it gave out, also by a page that doesn’t know yet that the team has it', async () => {
  const [book, other] = [await Book.open('team', 'known'), await Book.open('team', 'known')];
  const given = await book.give(from, about);
  expect(given).toMatchObject({ text: 'CODE-0', lease: 'train', code: { batch: 1, from: 0 } });
  await book.settle(given?.giving ?? '');
  expect(await other.givings()).toEqual([]);
  // What the other page read before has the code still.
  expect(await other.give(from, about)).toMatchObject({ text: 'CODE-1' });
  const ranges = [{ batch: 1, from: 0, count: 3 }];
  expect(await book.left({ lease: 'train', ranges })).toBe(1);
  expect(await book.beginReturn({ lease: 'train', codes })).toMatchObject({
    ranges: [{ batch: 1, from: 2, count: 1 }],
  });
  expect(await other.give(from, about)).toBeNull();
});

it('goes with the copy of a team’s codes, also while a page has it open', async () => {
  const book = await Book.open('left');
  await book.give(from, about);
  await deleteCopy();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('claimcheck-lease-left');
  const anew = await Book.open('left');
  expect(await anew.givings()).toEqual([]);
});
