import type { Bytes } from './bytes';
import { base32, fromBase32 } from './ids';

/** 160 bits by chance: so much that nobody tries them through, and no slow derivation is needed. */
export const paperBytes = 20;
/** So many groups are the secret. */
export const paperGroups = 8;
const dataPerGroup = 4;
/** A group's place is part of its check, which is one of 32 signs. */
const mostGroups = 32;
const perGroup = dataPerGroup + 1;

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export type ReadPaper =
  | { readonly kind: 'secret'; readonly secret: Bytes }
  /** Groups, counted from 1, in which something is wrong. */
  | { readonly kind: 'wrong'; readonly groups: readonly number[] }
  /** Too few or too many signs; `groups`: where that shows, as far as it can be told. */
  | {
      readonly kind: 'length';
      readonly typed: number;
      readonly of: number;
      readonly groups: readonly number[];
    };

/**
 * Bytes as they stand on paper: groups of five signs, the fifth of each a check of the four before and of the group's
 * place. It notices each wrong sign, any two that changed places in a group, and groups that changed places. Throws
 * RangeError where they don't make whole groups, or too many.
 */
export function paperOf(secret: Uint8Array): string[] {
  const groups = (secret.length * 8) / (5 * dataPerGroup);
  if (secret.length % 5 !== 0 || groups % 1 !== 0 || groups < 1 || groups > mostGroups)
    throw new RangeError(String(secret.length));
  const text = base32(secret).toUpperCase();
  return Array.from({ length: groups }, (_, group) => {
    const data = text.slice(group * dataPerGroup, (group + 1) * dataPerGroup);
    return data + letters[checkOf(group, data)];
  });
}

/**
 * Reads what somebody typed from paper, so many groups: in either case, with any blanks and dashes, O for 0, I or L for 1. Nothing
 * else is guessed.
 */
export function readPaper(typed: string, groups = paperGroups): ReadPaper {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  const parts = plain.split(/[\s\p{Pd}\u2212._]+/u).filter((part) => part !== '');
  const all = [...parts.join('')];
  const inGroups = Array.from({ length: groups }, (_, i) =>
    all.slice(i * perGroup, (i + 1) * perGroup).join(''),
  );
  const wrong = numbered(inGroups, (group, i) => !isRight(group, i));
  if (all.length !== groups * perGroup) {
    const uneven = numbered(parts, (part) => [...part].length !== perGroup);
    // Typed in one go, everything behind the slip is off: it is in the first group that doesn't check.
    const where = parts.length === groups ? uneven : wrong.slice(0, 1);
    return { kind: 'length', typed: all.length, of: groups * perGroup, groups: where };
  }
  if (wrong.length > 0) return { kind: 'wrong', groups: wrong };
  const data = inGroups.map((group) => group.slice(0, dataPerGroup)).join('');
  return { kind: 'secret', secret: fromBase32(data.toLowerCase()) as Bytes };
}

function numbered(list: readonly string[], is: (one: string, i: number) => boolean): number[] {
  return list.flatMap((one, i) => (is(one, i) ? [i + 1] : []));
}

function isRight(group: string, place: number): boolean {
  const signs = [...group];
  if (signs.length !== perGroup || signs.some((sign) => !letters.includes(sign))) return false;
  return letters[checkOf(place, group.slice(0, dataPerGroup))] === group[dataPerGroup];
}

/** A sum in the field of 32 elements, each sign with another weight: one change or swap never leaves it the same. */
function checkOf(place: number, data: string): number {
  let sum = 0;
  for (const sign of data) sum = doubled(sum ^ letters.indexOf(sign));
  return sum ^ place;
}

/** Times x, modulo x^5 + x^2 + 1. */
function doubled(value: number): number {
  const twice = value << 1;
  return twice & 32 ? twice ^ 37 : twice;
}
