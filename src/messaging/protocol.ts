import * as z from 'zod/mini';
import { marketplaceCodes } from '../domain/marketplaces';

/** Bytes travel as base64: Chromium's messages turn buffers into plain objects. */
const maxBase64 = Math.ceil((20 * 1024 * 1024 * 4) / 3) + 4;

const shortText = z.string().check(z.maxLength(500));
const instant = z.nullable(z.iso.datetime());

const seenPromotion = z.object({
  amazonId: z.nullable(shortText),
  trackingId: z.nullable(shortText),
  name: z.nullable(shortText),
  percentOff: z.nullable(z.number().check(z.minimum(0), z.maximum(100))),
  start: instant,
  end: instant,
});

/** What a content script may ask of the background, and what each request must look like. */
export const requests = {
  /** A promotion's View page was read; remembered for this tab, so that a capture knows its promotion. */
  'promotion/seen': seenPromotion,
  /** A file captured on Amazon's page, or the wish to choose one by hand (`base64` null). Opens the workspace on it. */
  'inbox/add': z.object({
    fileName: shortText,
    base64: z.nullable(z.string().check(z.maxLength(maxBase64))),
    group: shortText,
    quantity: z.nullable(z.int().check(z.minimum(0), z.maximum(10_000_000))),
    marketplace: z.nullable(z.enum(marketplaceCodes)),
    account: z.nullable(shortText),
    promotion: z.nullable(seenPromotion),
  }),
  /** Whether another promotion of ours has this Tracking ID already. */
  'tracking-id/owner': z.object({
    trackingId: shortText,
    marketplace: z.nullable(z.enum(marketplaceCodes)),
    amazonId: z.nullable(shortText),
  }),
  /** Opens the workspace. */
  'workspace/open': z.object({ route: z.enum(['', 'settings']) }),
};

export type Requests = { [K in keyof typeof requests]: z.infer<(typeof requests)[K]> };

export type SeenPromotion = z.infer<typeof seenPromotion>;

/** What the background answers. */
export interface Replies {
  'promotion/seen': null;
  'inbox/add': { inboxId: string };
  'tracking-id/owner': { name: string | null };
  'workspace/open': null;
}

export type Reply<T> = { ok: true; value: T } | { ok: false; message: string };

export interface Envelope<K extends keyof Requests = keyof Requests> {
  readonly claimcheck: K;
  readonly body: Requests[K];
}
