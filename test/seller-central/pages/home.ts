import { linkButton } from '../aui.ts';
import { dateText, storeTime, times } from '../clock.ts';
import type { Context } from '../context.ts';
import { type Html, html } from '../html.ts';
import { page, tabs } from '../layout.ts';
import { statusOf } from '../state.ts';

const cards = [
  ['SOCIAL', 'Create a promo code that influencers can share on social media.'],
  ['PERCENTAGE_OFF', 'Offer a percentage off the purchased items.'],
  ['BOGO', 'Give an item for free with each purchase.'],
] as const;

/** Promotions home: one card per type, each with Create. The query that names the type is a guess. */
export function homePage(ctx: Context): string {
  return page(
    ctx,
    'Promotions',
    html`<h1>Promotions</h1>${tabs('create-your-promotions')}
<div class="a-cards">${cards.map(
      ([type, text]) =>
        html`<div class="a-box card"><h3>${ctx.words.types[type]}</h3><p>${text}</p>${linkButton(`create-${type}`, 'Create', `/promotions/new?type=${type}`)}</div>`,
    )}</div>`,
  );
}

/** Manage Your Promotions; statuses as a course page words them, the table's columns are a guess. */
export function managePage(ctx: Context): string {
  if (ctx.url.searchParams.get('list') === 'mt') return managedTable(ctx);
  const rows = ctx.state.promotions.map((promotion) => {
    const { draft } = promotion;
    return html`<tr><td>${statusOf(promotion, ctx.now)}</td><td><a class="a-link-normal" href="/promotions/view?promotionId=${promotion.id}&amp;region=NA">${draft.internalDescription || draft.trackingId}</a></td><td>${ctx.words.types[draft.type]}</td><td>${draft.trackingId}</td><td>${draft.startDate}</td><td>${draft.endDate}</td><td>${dateText(storeTime(promotion.history[0]?.at ?? 0, promotion.store), promotion.store)}</td></tr>`;
  });
  return page(
    ctx,
    'Manage Your Promotions',
    html`<h1>Promotions</h1>${tabs('manage-your-promotions')}
<table class="a-bordered"><thead><tr><th>Status</th><th>Internal Description</th><th>Type</th><th>Tracking ID</th><th>Start Date</th><th>End Date</th><th>Created</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}

/**
 * The same with `?list=mt`, as Amazon's managed table. Known: its classes, that links say the Tracking ID and lead to it,
 * 25 rows. Guessed: the columns, that dates stand there with their times.
 */
function managedTable(ctx: Context): string {
  const cell = (content: Html | string) =>
    html`<td class="mt-cell"><div class="mt-layout-block"><span class="mt-text-content">${content}</span></div></td>`;
  const time = (value: string) => times.find((each) => each.value === value)?.text ?? '';
  const shown = ctx.state.promotions.filter(({ store }) => store.id === ctx.store.id).slice(0, 25);
  const rows = shown.map((promotion) => {
    const { draft } = promotion;
    const link = html`<a class="a-link-normal mt-link-content" href="/promotions/view?trackingId=${encodeURIComponent(draft.trackingId).replaceAll('%20', '+')}">${draft.trackingId}</a>`;
    return html`<tr class="mt-row">${cell(statusOf(promotion, ctx.now))}${cell(link)}${cell(draft.internalDescription)}${cell(`${draft.startDate} ${time(draft.startTime)}`)}${cell(`${draft.endDate} ${time(draft.endTime)}`)}</tr>`;
  });
  const heads = ['Status', 'Tracking ID', 'Internal Description', 'Start Date', 'End Date'];
  return page(
    ctx,
    'Manage Your Promotions',
    html`<h1>Promotions</h1>${tabs('manage-your-promotions')}
<span id="mt-header-count-value">${String(shown.length)}</span>
<table class="mt-table" id="managepromotionstable"><tbody><tr class="mt-head">${heads.map((head) => html`<th class="mt-header">${head}</th>`)}</tr>${rows}</tbody></table>`,
  );
}
