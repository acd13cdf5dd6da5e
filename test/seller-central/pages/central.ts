import { instantOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';
import { statusOf } from '../state.ts';

/** Promotion Central: a page that script fills. Known: rows in shadow DOM with `kat-link`, "Buy X, Get Y", the list's API. */
export function centralPage(ctx: Context): string {
  return page(
    ctx,
    'Promotion Central',
    html`<h1>Promotion Central</h1><promotion-central></promotion-central>`,
    ['katal', 'central'],
  );
}

/** What the list's API answers; without the header `region: NA` it finds nothing, as the real one. */
export function centralList(ctx: Context, region: string | undefined): object {
  const status = { Pending: 'UPCOMING', Active: 'RUNNING', Expired: 'ENDED', Canceled: 'CANCELED' } as const;
  const items = ctx.state.promotions.map((promotion) => ({
    promotionId: promotion.id,
    published: {
      namespace: 'BuyXGetY',
      name: promotion.draft.internalDescription || promotion.draft.trackingId,
      schedule: {
        start: instantOf(promotion.draft.startDate, promotion.draft.startTime, promotion.store),
        end: instantOf(promotion.draft.endDate, promotion.draft.endTime, promotion.store),
      },
    },
    uiStatus: status[statusOf(promotion, ctx.now)],
  }));
  const wanted = ctx.url.searchParams.get('status');
  const found = region === 'NA' ? items.filter((item) => wanted === null || item.uiStatus === wanted) : [];
  return { total: found.length, promotions: found };
}
