import * as z from 'zod/mini';
import { checkIds } from '../../domain/checks';
import type { DraftDetails, Proof, ProofLine, ProofMark, Snapshot } from '../../domain/proof';
import { instant, marketplace, maybe, objectOf, text } from './shape-parts';

const check = z.enum(checkIds);

const line = objectOf<ProofLine>()({
  id: check,
  severity: z.enum(['blocker', 'warning']),
  state: z.enum(['pass', 'fail', 'confirm', 'unreadable']),
  label: text,
  have: text,
  should: text,
  reason: maybe(text),
  confirmed: maybe(instant),
  accepted: text,
});

const snapshot = objectOf<Snapshot>()({
  at: instant,
  page: text,
  lines: z.array(line).check(z.maxLength(200)),
});

const details = objectOf<DraftDetails>()({
  claimCode: maybe(z.enum(['single-use', 'group', 'none'])),
  percentOff: maybe(z.number().check(z.minimum(0), z.maximum(100))),
  start: maybe(instant),
  end: maybe(instant),
  selection: maybe(text),
  price: z.optional(maybe(z.number().check(z.minimum(0)))),
  combinability: z.optional(maybe(z.enum(['preferential', 'unrestricted', 'exclusive', 'unset']))),
  stock: z.optional(maybe(z.int().check(z.minimum(0)))),
  codes: z.optional(maybe(z.int().check(z.minimum(0)))),
});

const mark = objectOf<ProofMark>()({
  step: z.enum(['review', 'submit']),
  at: instant,
  overridden: z.array(check),
});

export const proof = objectOf<Proof>()({
  id: text.check(z.minLength(1)),
  account: maybe(text),
  marketplace: maybe(marketplace),
  kind: z.enum(['percentage-off', 'social', 'bogo', 'unknown']),
  trackingId: text,
  amazonId: maybe(text),
  name: text,
  accepted: maybe(z.object({ at: instant, reason: text })),
  form: maybe(snapshot),
  review: maybe(snapshot),
  marks: z.array(mark),
  details: z.optional(details),
  boundAt: instant,
  shown: z.optional(snapshot),
});
