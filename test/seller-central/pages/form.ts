import { checkbox, input, label, linkButton, row, select, submitButton } from '../aui.ts';
import type { Context } from '../context.ts';
import type { Draft } from '../draft.ts';
import { type Html, html } from '../html.ts';
import { page } from '../layout.ts';
import {
  claimCode,
  type FormView,
  messaging,
  purchasedItems,
  scheduling,
  selectionOptions,
} from './form-parts.ts';

/**
 * The form for a new or duplicated promotion. Everything outside step 2 has made-up ids and names.
 * Variants: `rerender=1` (script makes the claim code part anew), `no-claim-code=1` (the part is missing).
 */
export function formPage(ctx: Context, draft: Draft, errors: FormView['errors'] = {}): string {
  const view = { ctx, draft, errors };
  const steps =
    draft.type === 'SOCIAL'
      ? socialSteps(view)
      : draft.type === 'BOGO'
        ? bogoSteps(view)
        : percentageSteps(view);
  const title = `${ctx.words.createHeading}: ${ctx.words.types[draft.type]}`;
  return page(
    ctx,
    title,
    formFrame(ctx, title, html`${hidden(ctx, draft)}${steps}`, Object.keys(errors).length),
  );
}

/** Heading, form and its buttons. On the real page Review has the id `a-autoid-1`, the second button's. */
export function formFrame(ctx: Context, title: string, content: Html, errorCount: number): Html {
  return html`<h1>${title}</h1>
${errorCount > 0 && html`<div class="a-box a-alert a-alert-error" role="alert">There are problems with ${errorCount} of your entries.</div>`}
<form method="post" action="/promotions/new/preview${variants(ctx)}" id="${ctx.id('promotionForm')}" ${ctx.url.searchParams.has('rerender') && html`data-rerender="${ctx.id('claimCodeSection')}"`}>
<input type="hidden" name="anti-csrftoken-a2z" value="${ctx.state.token}">
${content}
<div class="a-row a-form-actions">${linkButton('a-autoid-0', ctx.words.cancel, '/promotions')} ${submitButton({ id: 'a-autoid-1', text: ctx.words.review, primary: true })}</div>
</form>`;
}

function variants({ url }: Context): string {
  const kept = [...url.searchParams].filter(([name]) =>
    ['ids', 'no-claim-code', 'fold', 'rerender', 'exclusive'].includes(name),
  );
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}

function hidden({ id }: Context, draft: Draft): Html {
  return html`<input type="hidden" name="${id('type')}" value="${draft.type}"><input type="hidden" name="${id('fullForm')}" value="1">`;
}

function percentageSteps(view: FormView): Html {
  const { ctx, draft } = view;
  const { words, id } = ctx;
  return html`<div class="a-section"><h2>${words.step1}</h2>
${buyerPurchases(view)}
${purchasedItems(view)}
${discount(view, [{ value: 'PERCENT_OFF', text: words.percentOff }])}
${appliesTo(view)}
${tiers(view)}
<h4>${words.advanced}</h4>
${row(label(words.excludeItems, id('excludedItems')), select(id('excludedItems'), selectionOptions(ctx, false), draft.excludedItems))}
</div>
${scheduling(view)}
${additionalOptions(view)}`;
}

function bogoSteps(view: FormView): Html {
  const { words } = view.ctx;
  return html`<div class="a-section"><h2>${words.step1}</h2>
${buyerPurchases(view)}
${purchasedItems(view)}
${discount(view, [{ value: 'FREE_ITEMS', text: words.freeItems }])}
${appliesTo(view)}
</div>
${scheduling(view)}
${additionalOptions(view)}`;
}

/** Known of the social form: start 4 hours ahead, at most 30 days, 8 to 12 letters and numbers, 5 to 80 percent. */
function socialSteps(view: FormView): Html {
  const { ctx, draft, errors } = view;
  const { words, id } = ctx;
  return html`<div class="a-section"><h2>${words.step1}</h2>
${discount(view, [{ value: 'PERCENT_OFF', text: words.percentOff }])}
${purchasedItems(view)}
</div>
${scheduling(view)}
<div class="a-section"><h2>${words.step3}</h2>
<input type="hidden" name="${id('claimCode')}" value="GROUP">
${row(label(words.claimCode, id('groupCode')), html`${input({ id: id('groupCode'), value: draft.groupCode, maxlength: 12 })} <a href="#" class="a-link-normal" data-suggest="${id('groupCode')}">${words.suggest}</a>`, errors.groupCode)}
${row('', checkbox(id('onePerCustomer'), words.onePerCustomer, draft.onePerCustomer))}
</div>`;
}

function buyerPurchases({ ctx, draft }: FormView): Html {
  const { words, id } = ctx;
  const kinds = [
    { value: 'QUANTITY', text: words.quantityAtLeast },
    { value: 'AMOUNT', text: words.amountAtLeast },
    { value: 'EVERY', text: words.everyQuantity },
  ];
  return row(
    label(words.buyerPurchases, id('buyerPurchases')),
    html`${select(id('buyerPurchases'), kinds, draft.buyerPurchases)} ${input({ id: id('purchaseMinimum'), value: draft.purchaseMinimum, className: 'a-span2' })}`,
  );
}

function discount({ ctx, draft, errors }: FormView, kinds: { value: string; text: string }[]): Html {
  const { words, id } = ctx;
  return row(
    label(words.buyerGets, id('buyerGets')),
    html`${select(id('buyerGets'), kinds, draft.buyerGets)} ${input({ id: id('discount'), value: draft.discount, className: 'a-span2' })}`,
    errors.discount,
  );
}

function appliesTo({ ctx, draft }: FormView): Html {
  const { words, id } = ctx;
  const kinds = [
    { value: 'PURCHASED', text: words.purchasedItems },
    { value: 'ADDITIONAL', text: words.additionalItem },
  ];
  return row(
    label(words.appliesTo, id('appliesTo')),
    html`${select(id('appliesTo'), kinds, draft.appliesTo)}
<span data-shown-with="${id('appliesTo')}=ADDITIONAL"${draft.appliesTo !== 'ADDITIONAL' && html` hidden`}>${label(words.selectAsin, id('additionalAsin'))} ${input({ id: id('additionalAsin'), value: draft.additionalAsin })}</span>`,
  );
}

/** Further tiers, at most 9 (Amazon's help); how a tier's row looks is a guess. */
function tiers({ ctx, draft }: FormView): Html {
  const { words, id } = ctx;
  const tier = (minimum: string, percent: string) =>
    html`<div class="a-row tier">${words.quantityAtLeast} <input type="text" class="a-input-text a-span2" name="${id('tierMinimum')}" value="${minimum}" aria-label="${words.buyerPurchases}"> ${words.percentOff} <input type="text" class="a-input-text a-span2" name="${id('tierDiscount')}" value="${percent}" aria-label="${words.percentOff}"> <a href="#" class="a-link-normal" data-remove-tier>${words.removeTier}</a></div>`;
  return row(
    label(words.tiers),
    html`<div id="${id('tiers')}">${draft.tiers.map((each) => tier(each.minimum, each.discount))}</div>
<template id="tier-template">${tier('', '')}</template><a href="#" class="a-link-normal" data-add-tier="${id('tiers')}">${words.addTier}</a>`,
  );
}

function additionalOptions(view: FormView): Html {
  const { ctx } = view;
  return html`<div class="a-section"><h2>${ctx.words.step3}</h2>
${!ctx.url.searchParams.has('no-claim-code') && claimCode(view)}
${messaging(view)}
</div>`;
}
