import { row, submitButton } from '../aui.ts';
import { times } from '../clock.ts';
import type { Context } from '../context.ts';
import { type Draft, draftFields } from '../draft.ts';
import { type Html, html } from '../html.ts';
import { page, tabs } from '../layout.ts';
import type { StoredPromotion } from '../state.ts';
import { claimCodeName, selectionName } from './edit.ts';

/** The rows that say what a promotion is; on the preview and on the view page. Their order and shape are guesses. */
export function summaryRows(ctx: Context, draft: Draft): Html {
  const { words } = ctx;
  const line = (name: string, value: string) =>
    row(html`<span class="a-text-bold">${name}</span>`, html`<span>${value}</span>`);
  const time = (value: string) => times.find((each) => each.value === value)?.text ?? '';
  const combinability =
    { PREFERENTIAL: words.preferential, EXCLUSIVE: words.exclusive }[draft.combinability] ??
    words.unrestricted;
  return html`${line(words.internalDescription, draft.internalDescription)}
${line(words.trackingId, draft.trackingId)}
${line(words.buyerPurchases, `${words.quantityAtLeast}: ${draft.purchaseMinimum}`)}
${line(words.purchasedItems, selectionName(draft.purchasedItems, words.entireCatalog))}
${line(words.buyerGets, draft.buyerGets === 'FREE_ITEMS' ? `${words.freeItems}: ${draft.discount}` : `${words.percentOff}: ${draft.discount}%`)}
${line(words.appliesTo, draft.appliesTo === 'ADDITIONAL' ? `${words.additionalItem} ${draft.additionalAsin}` : words.purchasedItems)}
${draft.tiers.map((tier) => line(words.tiers, `${words.quantityAtLeast}: ${tier.minimum}, ${words.percentOff}: ${tier.discount}%`))}
${line(words.startDate, `${draft.startDate} ${time(draft.startTime)}`)}
${line(words.endDate, `${draft.endDate} ${time(draft.endTime)}`)}
${line(words.claimCode, claimCodeName(ctx, draft.claimCode))}
${draft.claimCode === 'GROUP' && line(words.claimCode, draft.groupCode)}
${draft.claimCode !== 'NONE' && line(words.onePerCustomer, draft.onePerCustomer ? 'Yes' : 'No')}
${draft.claimCode !== 'NONE' && line(words.combinability, combinability)}
${line(words.detailPage, draft.detailPage ? 'Yes' : 'No')}`;
}

/** The preview, at `/promotions/new/preview`. Submit has the id `a-autoid-1`; Back and the carried fields are guesses. */
export function reviewPage(ctx: Context, draft: Draft, editing: string | null): string {
  const carried = [...draftFields(draft), ...(editing === null ? [] : [['editing', editing]])];
  return page(
    ctx,
    'Review your promotion',
    html`<h1>Review: ${ctx.words.types[draft.type]}</h1>
<div class="a-section">${summaryRows(ctx, draft)}</div>
<form method="post" action="/promotions/new/submit#&amp;tab=create-your-promotions">
<input type="hidden" name="anti-csrftoken-a2z" value="${ctx.state.token}">
${carried.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="a-row a-form-actions">${submitButton({ id: 'a-autoid-0', text: ctx.words.back, name: 'back', value: '1' })} ${submitButton({ id: 'a-autoid-1', text: ctx.words.submit, primary: true })}</div>
</form>`,
  );
}

/** After Submit: the promotions home with a message. The message and its link are guesses. */
export function submittedPage(ctx: Context, promotion: StoredPromotion): string {
  return page(
    ctx,
    'Promotions',
    html`<h1>Promotions</h1>${tabs('create-your-promotions')}
<div class="a-box a-alert a-alert-success" role="status">Your promotion was submitted. <a class="a-link-normal" id="${ctx.id('viewPromotion')}" href="/promotions/view?promotionId=${promotion.id}&amp;region=NA">View promotion</a> or see it in <a class="a-link-normal" href="/promotions/manage">Manage Your Promotions</a>.</div>`,
  );
}
