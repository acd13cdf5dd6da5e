import * as z from 'zod/mini';
import { isSameTaught, type Taught, taughtKey } from '../domain/taught';
import { kept } from './local';

const text = z.string().check(z.maxLength(100));

/** One control that the seller showed, as it is sent and stored. */
export const taughtShape = z.object({
  page: z.enum(['create', 'offer']),
  language: z.string().check(z.regex(/^([a-z]{2}|\?)$/)),
  setting: z.enum([
    'claimCode',
    'discount',
    'onePerCustomer',
    'combinability',
    'productSelection',
    'detailPage',
    'appliesTo',
    'minimum',
    'start',
    'end',
    'trackingId',
    'internalDescription',
    'budget',
    'maxOrderQuantity',
  ]),
  at: z.iso.datetime(),
  description: z.object({
    role: z.enum(['text', 'select', 'radio', 'checkbox']),
    names: z.array(text).check(z.maxLength(8)),
    label: text,
    before: text,
    place: z.int().check(z.minimum(0), z.maximum(10)),
  }),
});

const most = 200;

/** What is stored, without anything that is not of the right shape. */
export function taughtFrom(stored: unknown): Taught[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((each) => {
    const parsed = taughtShape.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
}

/** What the seller showed on Amazon's pages. */
export const taught = kept(taughtKey, taughtFrom);

/** Adds one in the place of an older one of the same thing; the oldest go where there are too many. */
export function withTaught(list: readonly Taught[], added: Taught): Taught[] {
  return [...list.filter((each) => !isSameTaught(each, added)), added].slice(-most);
}
