import * as z from 'zod/mini';
import { reportKinds } from '../../domain/orders/order-line';
import { id, instant, maybe, objectOf, some, text, whole } from '../store/shape-parts';
import {
  type IdMark,
  ordersPerBlock,
  type ReportBlock,
  type ReportRow,
  type ReportTexts,
} from './report-rows';

const daySpan = z.object({ first: whole, last: whole });
const texts = z.array(z.string().check(z.maxLength(10_000))).check(z.maxLength(65_536));

/** The rows of Amazon's reports, to the last field. */
export const report = objectOf<ReportRow>()({
  id,
  kind: z.enum(reportKinds),
  name: text,
  content: text,
  at: instant,
  by: text,
  lines: whole,
  rejected: whole,
  orders: whole,
  kept: whole,
  days: maybe(daySpan),
  daysTold: z.optional(daySpan),
  channels: texts,
});

export const reportTexts = objectOf<ReportTexts>()({
  report: id,
  ids: texts,
  currencies: texts,
  channels: texts,
  descriptions: z.array(z.tuple([text, text])).check(z.maxLength(65_536)),
  pairs: z.array(whole.check(z.maximum(2 ** 32 - 1))),
});

export const reportBlock = objectOf<ReportBlock>()({
  format: z.literal(1),
  report: id,
  n: whole,
  count: some.check(z.maximum(ordersPerBlock)),
  bytes: z.instanceof(Uint8Array),
  crc: whole.check(z.maximum(2 ** 32 - 1)),
});

export const idMark = objectOf<IdMark>()({
  id: text.check(z.minLength(1)),
  promotionId: maybe(id),
  at: instant,
  by: text,
});
