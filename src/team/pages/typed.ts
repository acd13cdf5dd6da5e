import { isEngineAddress } from '../members/invitation';
import { isMemberName } from '../sealing/card';

/** Most addresses that an invitation takes along. */
export const mostAddresses = 10;

export interface TypedAddresses {
  readonly addresses: readonly string[];
  /** What is no address, as typed. */
  readonly wrong: readonly string[];
}

/** The engine's addresses as somebody typed them, one a line; a bare name is taken for a secure address. */
export function addressesIn(typed: string): TypedAddresses {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '');
  const all = words.map((word) => ({
    word,
    address: (word.includes('://') ? word : `wss://${word}`).replace(/\/+$/, ''),
  }));
  const right = all.filter(({ address }) => isEngineAddress(address));
  return {
    addresses: [...new Set(right.map(({ address }) => address))],
    wrong: all.filter(({ address }) => !isEngineAddress(address)).map(({ word }) => word),
  };
}

/** A name as it is kept; null for one that the others couldn't read as what it is. */
export function nameIn(typed: string): string | null {
  const name = typed.normalize('NFC').trim();
  return isMemberName(name) ? name : null;
}
