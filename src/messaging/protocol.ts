import * as z from 'zod/mini';
import { checkIds, type OfferVerdict } from '../domain/checks';
import { marketplaceCodes } from '../domain/marketplaces';
import { amazonStatuses } from '../domain/promotion';
import type { Taught } from '../domain/taught';
import { proofLine } from '../stored/drafts/draft-shape';
import { taughtShape } from '../stored/taught';

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

/** How it stands with a promotion, where confirmed words say so. */
const status = z.nullable(z.enum(amazonStatuses));

const store = {
  marketplace: z.nullable(z.enum(marketplaceCodes)),
  account: z.nullable(shortText),
};

/** What a content script may ask of the background, and what each request must look like. */
export const requests = {
  /** A promotion's View page was read; remembered for this tab, so that a capture knows its promotion. */
  'promotion/seen': z.object({ promotion: seenPromotion, status }),
  /**
   * Whether the View page seen last in this tab was this promotion's and showed it as over: what Amazon's page told
   * here, and nothing of the ledger's.
   */
  'promotion/over-here': z.object({ amazonId: shortText }),
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
  /**
   * A promotion's own page was met: what was kept at Review or Submit now belongs to it, it is kept as a promotion, and
   * learns its settings, its dates and whether it is over.
   */
  'proof/bind': z.object({
    promotion: seenPromotion,
    status,
    ...store,
    kind: z.enum(['percentage-off', 'social', 'bogo', 'unknown']),
    /** Its settings as they stand there now, judged; none where next to nothing was read. */
    lines: z.array(proofLine).check(z.maxLength(checkIds.length)),
  }),
  /** Amazon's list of all promotions was met: those that are known learn their dates and whether they are over. */
  'list/seen': z.object({
    ...store,
    promotions: z
      .array(
        z.object({
          amazonId: z.nullable(shortText),
          trackingId: z.nullable(shortText),
          status,
          start: instant,
          end: instant,
        }),
      )
      .check(z.maxLength(200)),
  }),
  /** A product's offer page showed this limit, price, and stock as it loaded; null where it has none, or it wasn't read. */
  'offer/seen': z.object({
    ...store,
    sku: shortText,
    asin: z.nullable(shortText),
    limit: z.nullable(z.int().check(z.minimum(0), z.maximum(1_000_000_000))),
    price: z.nullable(z.number().check(z.minimum(0), z.maximum(1e9))),
    stock: z.nullable(z.int().check(z.minimum(0), z.maximum(1e9))),
  }),
  /** The pages of an offer call its product so, and shoppers find it there; null: not read. */
  'product/seen': z.object({
    ...store,
    sku: shortText,
    asin: z.nullable(shortText),
    name: z.nullable(shortText),
    link: z.nullable(z.string().check(z.regex(/^https:\/\/www\.amazon\.[a-z.]{2,6}\/dp\/[A-Z0-9]{10}$/))),
  }),
  /** What is known of the products in a product selection; `items` says which they are, once. */
  'offers/of': z.object({
    ...store,
    selection: shortText,
    items: z.nullable(z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(2000))),
    limit: z.int().check(z.minimum(1)),
  }),
  /** The words of Amazon's pages in a language: two letters, as a page names it; null for every language. */
  'labels/get': z.object({ language: z.nullable(z.string().check(z.regex(/^[a-z]{2}$/))) }),
  /** Everything the seller showed on Amazon's pages. */
  'taught/all': z.object({}),
  /** The seller showed where a control is. */
  'taught/add': taughtShape,
  /** The seller confirmed the max order quantity of a product selection by hand, or took that back (null). */
  'confirmed/quantity': z.object({ key: shortText, at: instant }),
  /** The seller confirmed words of Amazon's pages, as `wordKey` names them. */
  'confirmed/words': z.object({ keys: z.array(shortText).check(z.maxLength(50)) }),
  /** Opens the promotion on a page in the workspace; where it isn't known, the workspace. */
  'workspace/open': z.object({
    ...store,
    amazonId: z.nullable(shortText),
    trackingId: z.nullable(shortText),
  }),
};

export type Requests = { [K in keyof typeof requests]: z.infer<(typeof requests)[K]> };

export type SeenPromotion = z.infer<typeof seenPromotion>;

/**
 * What the background answers. What reaches a content script may reach the page: no figure, no name and no date of
 * the ledger's is among it.
 */
export interface Replies {
  'promotion/seen': null;
  'promotion/over-here': boolean;
  'inbox/add': null;
  'tracking-id/owner': { taken: boolean };
  'proof/bind': null;
  'list/seen': null;
  'offer/seen': null;
  'product/seen': null;
  'offers/of': OfferVerdict;
  /** By language; none where we have no words for it. */
  'labels/get': Readonly<Record<string, string>>;
  'taught/all': Taught[];
  'taught/add': Taught[];
  'confirmed/quantity': Record<string, string>;
  'confirmed/words': string[];
  'workspace/open': null;
}

export type Reply<T> = { ok: true; value: T } | { ok: false; message: string };

export interface Envelope<K extends keyof Requests = keyof Requests> {
  readonly claimcheck: K;
  readonly body: Requests[K];
}
