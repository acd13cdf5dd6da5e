import { expect, it } from 'vitest';
import { asEntries } from '../../../src/team/follow/pieces';
import { parsed, textOf } from '../../../src/team/sealing/bytes';

it('says nothing in its pieces by which its entry could be written before it, and has that name them', () => {
  const act = { kind: 'confirmImport', args: ['x'.repeat(100_000)] };
  const { pieces, entry } = asEntries(act);
  const told = pieces.map((piece) => parsed(textOf(piece) ?? '') as { of: string; text: string });
  const { of, ...rest } = parsed(textOf(entry([1, 2, 3])) ?? '') as { of: string };
  expect(rest).toEqual({ kind: 'confirmImport', pieces: [1, 2, 3] });
  expect(told.map((piece) => piece.of)).toEqual(told.map(() => of));
  expect(parsed(told.map(({ text }) => text).join(''))).toEqual(act);
  expect(parsed(textOf(asEntries(act).entry([])) ?? '')).not.toMatchObject({ of });
});
