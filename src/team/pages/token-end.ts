import * as z from 'zod/mini';
import { fromBase64url, parsed, textOf } from '../sealing/bytes';

const day = 24 * 60 * 60 * 1000;

const shape = z.object({
  iss: z.optional(z.string()),
  sub: z.optional(z.string()),
  /** Seconds. */
  exp: z.optional(z.number()),
  nats: z.optional(z.object({ pub: z.optional(z.unknown()) })),
});

/** What a token says, whoever signed it; null for what is none. */
export function claimsOf(token: string): z.infer<typeof shape> | null {
  const bytes = fromBase64url(token.split('.')[1] ?? '');
  const text = bytes && textOf(bytes);
  const claims = shape.safeParse(text ? parsed(text) : undefined);
  return claims.success ? claims.data : null;
}

/** Until when a token lets in, milliseconds; null for what is no token, or has no end. */
export function tokenEnd(token: string): number | null {
  const end = claimsOf(token)?.exp;
  return end === undefined ? null : end * 1000;
}

/** Days until a time, one that has begun as a whole one: 1 on its last day, 0 or below once it is over. */
export function daysLeft(until: number, now: number): number {
  return Math.ceil((until - now) / day);
}
