import * as z from 'zod/mini';
import { type MarketplaceCode, marketplaceCodes } from '../../domain/marketplaces';
import type { Promotion } from '../../domain/promotion';
import { draftPrefix } from '../../domain/proof';
import { keptUnder, onKeptChange } from '../local';

/** A promotion submitted under Claimcheck's eyes, whose own page on Amazon was not opened since. */
export interface Submitted {
  readonly id: string;
  readonly name: string;
  readonly trackingId: string;
  readonly marketplace: MarketplaceCode | null;
  /** 1 to 100; null: not read. */
  readonly percentOff: number | null;
  /** When Submit was pressed, ISO. */
  readonly at: string;
}

/** For so long, in milliseconds: Amazon may have refused what was submitted, and nobody would tell us. */
const expectedFor = 3 * 24 * 60 * 60_000;

const draft = z.object({
  id: z.string(),
  marketplace: z.nullable(z.enum(marketplaceCodes)),
  trackingId: z.string(),
  amazonId: z.nullable(z.string()),
  name: z.string(),
  marks: z.array(z.object({ step: z.string(), at: z.iso.datetime() })),
  details: z.object({ claimCode: z.nullable(z.string()), percentOff: z.nullable(z.number()) }),
});

/** Those submitted in the last days that will have single-use codes, the latest first. `now` in milliseconds. */
export async function readSubmitted(now: number): Promise<Submitted[]> {
  return (await keptUnder(draftPrefix))
    .flatMap(([, kept]) => {
      const judged = z.safeParse(draft, kept);
      if (!judged.success) return [];
      const { id, name, trackingId, marketplace, amazonId, marks, details } = judged.data;
      const at = marks.findLast(({ step }) => step === 'submit')?.at;
      const title = name || trackingId;
      // With Amazon's id it is an edit of a promotion that has its codes.
      if (!at || !title || amazonId !== null || details.claimCode !== 'single-use') return [];
      if (now - Date.parse(at) > expectedFor) return [];
      return [{ id, name: title, trackingId, marketplace, percentOff: details.percentOff, at }];
    })
    .sort((a, b) => b.at.localeCompare(a.at));
}

/** Calls back whenever a form was submitted, or a submitted promotion was met. Returns the way to stop. */
export function onSubmitted(listener: () => void): () => void {
  return onKeptChange(draftPrefix, listener);
}

/** Those of them that are not in the list of promotions yet. */
export function stillAwaited(
  submitted: readonly Submitted[],
  promotions: readonly Promotion[],
): readonly Submitted[] {
  return submitted.filter(
    ({ trackingId, marketplace }) =>
      !promotions.some((each) => each.trackingId === trackingId && each.marketplace === marketplace),
  );
}
