import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedBy } from '../../../src/team/sealing/card';
import { newId } from '../../../src/team/sealing/ids';
import { sign } from '../../../src/team/sealing/member-keys';
import { paperBytes, paperOf, readPaper } from '../../../src/team/sealing/paper';
import { newPoolSecret } from '../../../src/team/sealing/pool-key';
import { newPaperMember, openBox } from '../../../src/team/sealing/recovery';
import { unwrapSecret, wrapSecret } from '../../../src/team/sealing/wrap';
import { aTeam } from './people';

const secrets = fc.uint8Array({ minLength: paperBytes, maxLength: paperBytes });
const known = '000G5-40R4C-0M30Z-E209T-185GF-R38EX-1W81A-24GKE';
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a secret on paper', () => {
  it('is written as every client writes it', () => {
    const secret = Uint8Array.from({ length: 20 }, (_, i) => i);
    expect(paperOf(secret).join('-')).toBe(known);
    expect(() => paperOf(new Uint8Array(19))).toThrow(RangeError);
  });

  it('is read again, however it is typed', () => {
    const way = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toLowerCase(),
      (text) => text.replace(/0/g, 'O').replace(/1/g, 'I'),
      (text) => text.replace(/0/g, 'o').replace(/1/g, 'l'),
      (text) => text.replace(/[A-Z0-9]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0)),
    );
    const between = fc.constantFrom('-', ' ', '', ' – ', '\n', '\t', '.', '‑', '--', '\u00a0');
    fc.assert(
      fc.property(secrets, way, between, (secret, typed, gap) => {
        const text = ` ${typed(paperOf(secret).join(gap))} `;
        expect(readPaper(text)).toEqual({ kind: 'secret', secret: new Uint8Array(secret) });
      }),
    );
  });

  it('names the group of each wrong sign, and of any two that changed places', () => {
    fc.assert(
      fc.property(secrets, fc.nat(39), fc.nat(31), fc.nat(3), (secret, at, other, step) => {
        const text = paperOf(secret).join('');
        const sign = letters[other] as string;
        if (sign !== text[at]) {
          const wrong = text.slice(0, at) + sign + text.slice(at + 1);
          expect(readPaper(wrong)).toEqual({ kind: 'wrong', groups: [Math.floor(at / 5) + 1] });
        }
        const signs = [...text];
        const from = Math.floor(at / 5) * 5;
        const [a, b] = [from + (at % 5), from + ((at + 1 + step) % 5)];
        [signs[a], signs[b]] = [signs[b] as string, signs[a] as string];
        if (signs.join('') !== text)
          expect(readPaper(signs.join(''))).toEqual({ kind: 'wrong', groups: [Math.floor(at / 5) + 1] });
      }),
    );
    expect(readPaper(known.replace('40R4C', '4UR4C'))).toEqual({ kind: 'wrong', groups: [2] });
    expect(readPaper(known.replace('40R4C', '4?R4C'))).toEqual({ kind: 'wrong', groups: [2] });
  });

  it('names groups that changed places', () => {
    fc.assert(
      fc.property(secrets, fc.nat(7), fc.nat(7), (secret, a, b) => {
        const groups = paperOf(secret);
        const [one, two] = [groups[a] as string, groups[b] as string];
        groups[a] = two;
        groups[b] = one;
        const wrong = [...new Set([a + 1, b + 1])].sort();
        if (a !== b) expect(readPaper(groups.join(' '))).toEqual({ kind: 'wrong', groups: wrong });
      }),
    );
  });

  it('tells where a sign is missing or too many', () => {
    expect(readPaper(known.replace('40R4C', '40R4'))).toEqual({
      kind: 'length',
      typed: 39,
      of: 40,
      groups: [2],
    });
    expect(readPaper(known.replace('E209T', 'E209TT'))).toEqual({
      kind: 'length',
      typed: 41,
      of: 40,
      groups: [4],
    });
    const inOneGo = known.replace('0M30Z', 'M30Z').replaceAll('-', '');
    expect(readPaper(inOneGo)).toEqual({ kind: 'length', typed: 39, of: 40, groups: [3] });
    expect(readPaper('')).toMatchObject({ kind: 'length', typed: 0 });
  });

  it('is read or refused, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (typed) => {
        expect(['length', 'wrong']).toContain(readPaper(typed).kind);
      }),
    );
  });
});

describe('a member on paper', () => {
  it('comes back with the paper and the box, and can do what a member can', async () => {
    const made = await newPaperMember(aTeam, 'Paper', 'wss://engine');
    const read = readPaper(paperOf(made.secret).join(' ').toLowerCase());
    if (read.kind !== 'secret') throw new Error(read.kind);
    const opened = await openBox(aTeam, made.box, read.secret);
    if (opened.kind !== 'member') throw new Error(opened.kind);
    expect(opened).toMatchObject({ card: made.card, beside: 'wss://engine' });
    const bytes = Uint8Array.of(1, 2, 3);
    const signature = await sign(opened.keys, aTeam, 'entry', bytes);
    expect(await signedBy(made.card, signature, aTeam, 'entry', bytes)).toBe(true);
    const secret = newPoolSecret(4);
    expect(await unwrapSecret(aTeam, 4, await wrapSecret(aTeam, secret, made.card), opened)).toEqual(secret);
    expect([opened.keys.signing.extractable, opened.keys.unwrapping.extractable]).toEqual([false, false]);
  });

  it('stays closed without its own paper, in another team, and where a bit differs', async () => {
    const { box, secret } = await newPaperMember(aTeam, 'Paper', '');
    const closed = { kind: 'closed' };
    expect(await openBox(aTeam, box, secret.with(0, (secret[0] as number) ^ 1))).toEqual(closed);
    expect(await openBox(newId(), box, secret)).toEqual(closed);
    expect(await openBox(aTeam, box.with(-1, (box.at(-1) as number) ^ 1), secret)).toEqual(closed);
    for (const length of [0, 11, 27, 28, 100])
      expect(await openBox(aTeam, box.slice(0, length), secret)).toEqual(closed);
    expect(new TextDecoder('latin1').decode(box)).not.toContain('Paper');
  });
});
