import * as z from 'zod/mini';
import type { LeftThere } from '../../domain/allocation';
import { messageLanguages } from '../../domain/messages/languages';
import { amazonStatuses, codeStates, type OnAmazon, type Promotion } from '../../domain/promotion';
import { maxBatchCodes } from '../codes/code-index';
import { longestField } from '../people/person';
import { idMark, report, reportBlock, reportTexts } from '../reports/report-shapes';
import type { ListedSelection, SeenOffer, SeenProduct } from './offer-row';
import { proof } from './proof-shapes';
import type { BatchRow, Block, CountsRow, Entry, InboxItem, PeopleBlock, Span } from './schema';
import { blockSize, entryKinds } from './schema';
import { id, instant, marketplace, maybe, objectOf, some, text, whole } from './shape-parts';

const percent = z.number().check(z.minimum(0), z.maximum(100));
const price = z.number().check(z.minimum(0));
const crc = whole.check(z.maximum(2 ** 32 - 1));
const position = whole.check(z.maximum(maxBatchCodes));
const quantity = some.check(z.maximum(maxBatchCodes));
/** A block of the longest codes there are. */
const longestBlock = blockSize * 64;
/** The longest line of each person, with the tabs. */
const longestPeople = blockSize * (4 * longestField + 4);

const leftThere = objectOf<LeftThere>()({ issuance: id, left: whole, at: instant, by: text });
const ticks = z.object({
  'order-limit': z.optional(instant),
  'nothing-else': z.optional(instant),
  tried: z.optional(instant),
});

const onAmazon = objectOf<OnAmazon>()({
  at: instant,
  status: maybe(z.enum(amazonStatuses)),
  start: maybe(instant),
  end: maybe(instant),
  was: z.optional(z.object({ start: z.optional(instant), end: z.optional(instant) })),
  unsafe: z.optional(z.int().check(z.minimum(1))),
  stopped: z.optional(z.literal(true)),
});

export const promotion = objectOf<Promotion>()({
  id,
  account: maybe(text),
  marketplace: maybe(marketplace),
  name: text,
  trackingId: maybe(text),
  amazonIds: z.array(text).check(z.maxLength(1000)),
  percentOff: maybe(percent),
  start: maybe(instant),
  end: maybe(instant),
  givingEnded: maybe(instant),
  createdAt: instant,
  archived: z.optional(maybe(instant)),
  selection: z.optional(maybe(text)),
  productName: z.optional(maybe(text)),
  productLink: z.optional(maybe(text)),
  price: z.optional(maybe(price)),
  stock: z.optional(maybe(whole)),
  template: z.optional(maybe(text)),
  messageLanguage: z.optional(maybe(z.enum(messageLanguages))),
  ticks: z.optional(ticks),
  channel: z.optional(text),
  planned: z.optional(whole),
  leftThere: z.optional(z.array(leftThere)),
  onAmazon: z.optional(onAmazon),
});

const counts = objectOf<CountsRow>()({
  promotionId: id,
  total: whole,
  available: whole,
  held: whole,
  issued: whole,
  void: whole,
  moved: whole,
  redeemed: whole,
  redeemedKnown: z.boolean(),
  lastIssuedAt: maybe(instant),
});

const batch = objectOf<BatchRow>()({
  id: some,
  promotionId: id,
  name: text,
  quantityAsked: maybe(whole),
  count: quantity,
  sourceName: text,
  sha256: text,
  at: instant,
  by: text,
  withdrawn: z.boolean(),
  united: z.optional(z.literal(true)),
});

const block = objectOf<Block>()({
  format: z.literal(1),
  batch: some,
  n: position,
  text: z.string().check(z.minLength(1), z.maxLength(longestBlock)),
  crc,
});

const entry = objectOf<Entry>()({
  seq: some,
  id,
  kind: z.enum(entryKinds),
  issuance: id,
  promotionId: id,
  batch: some,
  from: position,
  count: quantity,
  to: text,
  channel: text,
  note: text,
  at: instant,
  by: text,
  names: z.array(text).check(z.maxLength(20)),
  undoes: z.optional(whole),
  act: z.optional(id),
  seen: z.optional(z.literal(true)),
  since: z.optional(instant),
  merged: z.optional(z.literal(true)),
  orderId: z.optional(text),
  until: z.optional(instant),
  people: z.optional(z.literal(true)),
  lease: z.optional(id),
  handle: z.optional(text),
});

const people = objectOf<PeopleBlock>()({
  format: z.literal(1),
  entry: some,
  n: position,
  text: z.string().check(z.minLength(3), z.maxLength(longestPeople)),
  crc,
});

const span = objectOf<Span>()({
  batch: some,
  from: position,
  count: quantity,
  promotionId: id,
  state: z.enum(codeStates),
  entry: whole,
  issue: whole,
  redeem: whole,
});

const seen = objectOf<NonNullable<InboxItem['promotion']>>()({
  amazonId: maybe(text),
  trackingId: maybe(text),
  name: maybe(text),
  percentOff: maybe(percent),
  start: maybe(instant),
  end: maybe(instant),
});

const inbox = objectOf<InboxItem>()({
  id,
  name: text,
  bytes: maybe(z.instanceof(Uint8Array)),
  group: text,
  quantity: maybe(whole),
  marketplace: maybe(marketplace),
  account: maybe(text),
  promotion: maybe(seen),
  at: instant,
});

const scope = {
  id: text.check(z.minLength(1)),
  account: maybe(text),
  marketplace: maybe(marketplace),
  at: instant,
};
const offer = objectOf<SeenOffer>()({
  ...scope,
  kind: z.literal('offer'),
  sku: text,
  asin: maybe(text),
  limit: maybe(whole),
  price: z.optional(maybe(price)),
  stock: z.optional(maybe(whole)),
});
const product = objectOf<SeenProduct>()({
  ...scope,
  kind: z.literal('product'),
  sku: text,
  asin: maybe(text),
  name: maybe(text),
  link: maybe(text),
});
const selection = objectOf<ListedSelection>()({
  ...scope,
  kind: z.literal('selection'),
  name: text,
  items: z.array(text),
});

/** What a row of each store must look like, to the last field. */
export const rowShapes = {
  promotions: promotion,
  counts,
  batches: batch,
  blocks: block,
  entries: entry,
  people,
  spans: span,
  inbox,
  proofs: proof,
  offers: z.discriminatedUnion('kind', [offer, product, selection]),
  reports: report,
  reportTexts,
  reportBlocks: reportBlock,
  idMarks: idMark,
} as const;

export type ShapedStore = keyof typeof rowShapes;
