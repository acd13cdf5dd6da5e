import { label, row } from '../aui.ts';
import type { Context } from '../context.ts';
import { productSelections } from '../draft.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';
import { type StoredPromotion, statusOf } from '../state.ts';
import { formFrame } from './form.ts';
import { messaging, scheduling } from './form-parts.ts';

/**
 * The edit form. Amazon's staff: type, conditions, discount, start once begun, product selection and
 * the claim code setting can't be changed any more. That they stand as plain text is a guess, and so
 * is the address `/promotions/edit`.
 */
export function editPage(
  ctx: Context,
  promotion: StoredPromotion,
  draft = promotion.draft,
  errors = {},
): string {
  const { words, id } = ctx;
  const title = `Edit promotion: ${words.types[draft.type]}`;
  const view = { ctx, draft, errors };
  const fixed = (name: string, value: string) => row(label(name), html`<span>${value}</span>`);
  const content = html`<input type="hidden" name="${id('editing')}" value="${promotion.id}">
<div class="a-section"><h2>${words.step1}</h2>
${fixed(words.purchasedItems, selectionName(draft.purchasedItems, words.entireCatalog))}
${fixed(words.buyerGets, `${words.percentOff} ${draft.discount}`)}
</div>
${scheduling(view, statusOf(promotion, ctx.now) !== 'Pending')}
<div class="a-section"><h2>${words.step3}</h2>
${fixed(words.claimCode, claimCodeName(ctx, draft.claimCode))}
${messaging(view)}
</div>`;
  return page(ctx, title, formFrame(ctx, title, content, Object.keys(errors).length));
}

/** The shown name of a product selection. */
export function selectionName(value: string, entireCatalog: string): string {
  if (value === 'ENTIRE_CATALOG') return entireCatalog;
  return productSelections.find((selection) => selection.value === value)?.text ?? value;
}

/** The shown name of a claim code setting. */
export function claimCodeName({ words }: Context, kind: string): string {
  return kind === 'SINGLE_USE' ? words.singleUse : kind === 'GROUP' ? words.group : words.none;
}
