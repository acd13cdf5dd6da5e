import * as z from 'zod/mini';
import { marketplaceCodes } from '../../domain/marketplaces';
import { messageLanguages } from '../../domain/messages/languages';
import { amazonStatuses, codeStates } from '../../domain/promotion';
import { idShape } from '../sealing/ids';

/*
 * What an act of a member may say, to the last field. An act comes from another computer, and may come from somebody who
 * means harm: what has another shape is nonsense, and changes nothing.
 */

// Else zod tries whether it may compile code, which the extension's policy forbids and reports as an error.
z.config({ jitless: true });

const maxCodes = 2 ** 24;

export const text = z.string().check(z.maxLength(100_000));
export const id = z.string().check(z.minLength(1), z.maxLength(200));
const instant = z.iso.datetime();
const maybe = z.nullable;
const whole = z.int().check(z.minimum(0));
const price = z.number().check(z.minimum(0));
const percent = z.number().check(z.minimum(0), z.maximum(100));

/** How many codes an act may ask for at once. */
export const quantity = z.int().check(z.minimum(1), z.maximum(maxCodes));

const range = z.object({ batch: z.int().check(z.minimum(1)), from: whole, count: quantity });
export const ranges = z.array(range).check(z.maxLength(100_000));

export const to = z.object({ to: text, handle: text, channel: text, note: text });
const person = z.object({ to: text, handle: text, channel: text, note: text });
export const people = z.array(person).check(z.minLength(1), z.maxLength(maxCodes));
export const listAbout = z.object({ channel: text, note: text, revision: maybe(whole) });
export const whom = z.object({ to: text, channel: text, note: text });
export const only = z.optional(z.object({ batch: z.int().check(z.minimum(1)), from: whole }));
export const seen = z.union([
  z.literal('all'),
  z.literal('none'),
  z.array(text).check(z.maxLength(maxCodes)),
]);
export const holdAbout = z.object({ to: text, note: text, until: maybe(instant) });
export const reason = z.object({ reason: text });
export const edit = z.object({ to: text, handle: text, note: maybe(text) });
export const knownBy = z.array(z.object({ to: text, handle: text })).check(z.maxLength(100_000));
const fields = z.int().check(z.minimum(1), z.maximum(7));
/** See `Erasure`; `keys`: those of the texts that are destroyed then, by text and key. */
export const erasure = z.object({
  ...{ entries: whole, forgotten: whole },
  whole: z.array(z.tuple([whole, fields])).check(z.maxLength(maxCodes)),
  listed: z.array(z.tuple([whole, whole, fields])).check(z.maxLength(maxCodes)),
  promotions: z.array(id).check(z.maxLength(100_000)),
  marks: z.array(text).check(
    z.maxLength(100_000),
    // Each salt has whoever loads a copy hash all its names once more.
    z.refine((marks) => new Set(marks.map((mark) => mark.split(':')[1])).size <= 1),
  ),
  keys: z.array(z.tuple([idShape, idShape])).check(z.maxLength(maxCodes)),
});
export const ids = z.array(id).check(z.maxLength(100_000));
export const mark = z.enum(['archived', 'givingEnded']);
export const told = whole;
export const moment = maybe(instant);
export const uses = z.array(z.object({ code: text, order: text })).check(z.maxLength(maxCodes));
const seq = whole;
export const markedUses = z
  .array(z.object({ batch: z.int().check(z.minimum(1)), from: whole, redeem: seq, issue: seq }))
  .check(z.maxLength(maxCodes));
export const imported = z.object({ batchIds: z.array(whole), entries: z.array(whole) });

const ticks = z.object({
  'order-limit': z.optional(instant),
  'nothing-else': z.optional(instant),
  tried: z.optional(instant),
});
const store = z.enum(marketplaceCodes);

export const patch = z.partial(
  z.object({
    ...{ name: text, trackingId: maybe(text), marketplace: maybe(store), account: maybe(text) },
    ...{ percentOff: maybe(percent), start: maybe(instant), end: maybe(instant) },
    ...{ givingEnded: maybe(instant), archived: maybe(instant) },
    ...{ productName: maybe(text), productLink: maybe(text), price: maybe(price), stock: maybe(whole) },
    ...{ template: maybe(text), messageLanguage: maybe(z.enum(messageLanguages)), ticks },
    addAmazonId: text,
  }),
);

/** A promotion as it is made. */
export const newPromotion = z.object({
  ...{ name: text, trackingId: maybe(text), marketplace: maybe(store), account: maybe(text) },
  ...{ percentOff: maybe(percent), start: maybe(instant), end: maybe(instant), amazonId: maybe(text) },
  selection: z.optional(maybe(text)),
  price: z.optional(maybe(price)),
  stock: z.optional(maybe(whole)),
  planned: z.optional(whole),
  ticks: z.optional(ticks),
});

/** What one of Amazon's pages shows of promotions. */
export const shown = z.object({
  ...{ account: maybe(text), marketplace: maybe(store) },
  shown: z
    .array(
      z.object({
        ...{ amazonId: maybe(text), trackingId: maybe(text), status: maybe(z.enum(amazonStatuses)) },
        ...{ start: maybe(instant), end: maybe(instant), unsafe: z.optional(maybe(whole)) },
      }),
    )
    .check(z.maxLength(1000)),
});

/** How many codes a lease may have: what one takes along to give out by hand. */
export const mostLeased = 1000;
export const leaseSize = z.int().check(z.minimum(1), z.maximum(mostLeased));

/** A code of a lease that went out where the team couldn't be asked. */
export const leasedGiving = z.object({
  ...{ giving: id, lease: id, code: z.object({ batch: z.int().check(z.minimum(1)), from: whole }) },
  ...{ to: text, handle: text, channel: text, note: text, at: instant },
});

const codes = z.array(text).check(z.maxLength(maxCodes));

/** Where an import goes; `revision`: that of the ledger when its preview was made. */
export const target = z.object({
  revision: whole,
  promotion: z.union([z.object({ id }), newPromotion, z.literal('as told')]),
  as: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('new') }),
    z.object({ kind: z.literal('given-out'), to: text }),
    z.object({ kind: z.literal('part-given-out'), codes, to: text }),
  ]),
  name: text,
  quantityAsked: maybe(whole),
  takeBack: z.boolean(),
});

const row = z.object({
  ...{
    code: text,
    state: z.enum(codeStates),
    promotion: text,
    trackingId: text,
    batch: text,
    issuedAt: text,
  },
  ...{
    issuedTo: text,
    channel: text,
    redeemedAt: text,
    orderId: text,
    note: text,
    validUntil: text,
    issuedBy: text,
  },
  marketplace: z.union([store, z.literal('')]),
});

/** The codes of a file, each with what the file tells of it. */
export const file = z.object({
  ...{ name: text, sha256: text, codes },
  history: maybe(z.array(row)),
  people: maybe(z.array(maybe(z.object({ to: text, channel: text, note: text, at: text })))),
});
export type ActFile = z.infer<typeof file>;
