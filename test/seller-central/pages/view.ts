import { linkButton, row, submitButton } from '../aui.ts';
import type { Context } from '../context.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';
import { type StoredPromotion, statusOf } from '../state.ts';
import { summaryRows } from './review.ts';

/**
 * View Promotion. Known: the three buttons' texts, "Manage claim codes" at the top and for single-use
 * codes, Tracking ID next to Internal Description, the change history as JSON in `data-a-modal`.
 */
export function viewPage(ctx: Context, promotion: StoredPromotion): string {
  const { draft, id } = promotion;
  const changes = JSON.stringify({
    header: 'Change History',
    inlineContent: promotion.history
      .map((each) => `${new Date(each.at).toISOString()} ${each.what}`)
      .join('<br>'),
  });
  const ended = ['Expired', 'Canceled'].includes(statusOf(promotion, ctx.now));
  return page(
    ctx,
    'View Promotion',
    html`<h1>View Promotion</h1>
<div class="a-row a-form-actions">
${draft.claimCode === 'SINGLE_USE' && linkButton('manage-claim-codes', ctx.words.manageCodes, `/promotions/claim-codes?promotionId=${id}`)}
${!ended && linkButton('edit-promotion', 'Edit this promotion', `/promotions/edit?promotionId=${id}`)}
${linkButton('duplicate-promotion', 'Duplicate', `/promotions/duplicate?promotionId=${id}`)}
${!ended && html`<form method="post" action="/promotions/end"><input type="hidden" name="anti-csrftoken-a2z" value="${ctx.state.token}"><input type="hidden" name="promotionId" value="${id}">${submitButton({ id: 'end-promotion', text: 'End this promotion' })}</form>`}
</div>
<div class="a-section">
${row(html`<span class="a-text-bold">Status</span>`, html`<span>${statusOf(promotion, ctx.now)}</span>`)}
${summaryRows(ctx, draft)}
<a href="#" class="a-link-normal" data-action="a-modal" data-a-modal="${changes}">Change History</a>
</div>`,
  );
}
