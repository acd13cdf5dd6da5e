import * as z from 'zod/mini';
import { checkIds } from '../../domain/checks';
import { marketplaceCodes } from '../../domain/marketplaces';
import type { ProofDraft } from '../../domain/proof';

const shortText = z.string().check(z.maxLength(500));
const instant = z.nullable(z.iso.datetime());

/** One check of a proof, as drafts and messages hold it. */
export const proofLine = z.object({
  id: z.enum(checkIds),
  severity: z.enum(['blocker', 'warning']),
  state: z.enum(['pass', 'fail', 'confirm', 'unreadable']),
  label: shortText,
  have: shortText,
  should: shortText,
  reason: z.nullable(shortText),
  confirmed: instant,
  accepted: shortText,
});

const snapshot = z.nullable(
  z.object({ at: z.iso.datetime(), page: shortText, lines: z.array(proofLine).check(z.maxLength(50)) }),
);

const proofDraft = z.object({
  account: z.nullable(shortText),
  marketplace: z.nullable(z.enum(marketplaceCodes)),
  id: z.uuid(),
  kind: z.enum(['percentage-off', 'social', 'bogo', 'unknown']),
  trackingId: shortText,
  amazonId: z.nullable(shortText),
  name: shortText,
  accepted: z.nullable(z.object({ at: z.iso.datetime(), reason: shortText })),
  form: snapshot,
  review: snapshot,
  details: z.optional(
    z.object({
      claimCode: z.nullable(z.enum(['single-use', 'group', 'none'])),
      percentOff: z.nullable(z.number().check(z.minimum(0), z.maximum(100))),
      start: instant,
      end: instant,
      selection: z.nullable(shortText),
      price: z.optional(z.nullable(z.number().check(z.minimum(0), z.maximum(1e9)))),
      combinability: z.optional(z.nullable(z.enum(['preferential', 'unrestricted', 'exclusive', 'unset']))),
      stock: z.optional(z.nullable(z.int().check(z.minimum(0), z.maximum(1e9)))),
      codes: z.optional(z.nullable(z.int().check(z.minimum(0), z.maximum(10_000_000)))),
    }),
  ),
  marks: z
    .array(
      z.object({
        step: z.enum(['review', 'submit']),
        at: z.iso.datetime(),
        overridden: z.array(z.enum(checkIds)),
      }),
    )
    .check(z.maxLength(50)),
});

/** A draft as the content script stored it, or what is wrong with it: it runs among Amazon's own scripts. */
export function parseDraft(stored: unknown): { draft: ProofDraft } | { fault: string } {
  const parsed = proofDraft.safeParse(stored);
  return parsed.success ? { draft: parsed.data as ProofDraft } : { fault: z.prettifyError(parsed.error) };
}
