import { fromBase64url, parsed, textOf } from '../sealing/bytes';

const day = 24 * 60 * 60 * 1000;

/** Until when a token lets in, milliseconds; null for what is no token, or has no end. */
export function tokenEnd(token: string): number | null {
  const bytes = fromBase64url(token.split('.')[1] ?? '');
  const text = bytes && textOf(bytes);
  const claims = text ? (parsed(text) as { exp?: unknown } | null | undefined) : null;
  return typeof claims?.exp === 'number' ? claims.exp * 1000 : null;
}

/** Whole days until a time, 0 on its last day; below 0 once it is over. */
export function daysLeft(until: number, now: number): number {
  return Math.floor((until - now) / day);
}
