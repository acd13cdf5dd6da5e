import { checkbox, expander, input, label, type Option, radio, row, select } from '../aui.ts';
import { times } from '../clock.ts';
import type { Context } from '../context.ts';
import { type Draft, productSelections } from '../draft.ts';
import { type Html, html } from '../html.ts';

/** The form's state and what was wrong with it when it was sent. */
export interface FormView {
  ctx: Context;
  draft: Draft;
  errors: Partial<Record<keyof Draft, string>>;
}

/**
 * Product selections as a select's options. That the entire catalog and "Select another" stand here is
 * Amazon's help; that the first option is "Select one" is a guess.
 */
export function selectionOptions({ words }: Context, entire = true): Option[] {
  return [
    { value: '', text: words.selectOne },
    ...(entire ? [{ value: 'ENTIRE_CATALOG', text: words.entireCatalog }] : []),
    ...productSelections,
    { value: 'SELECT_ANOTHER', text: words.selectAnother },
  ];
}

/** Purchased Items: the product selection. */
export function purchasedItems({ ctx, draft, errors }: FormView): Html {
  const id = ctx.id('purchasedItems');
  return row(
    label(ctx.words.purchasedItems, id),
    html`${select(id, selectionOptions(ctx), draft.purchasedItems)} <a class="a-link-normal" href="/promotions#&amp;tab=manage-product-selection">${ctx.words.newSelection}</a>`,
    errors.purchasedItems,
  );
}

/** Step 2. Known: the ids of dates, times and the internal description. */
export function scheduling({ ctx, draft, errors }: FormView, startFixed = false): Html {
  const { words } = ctx;
  const moment = (which: 'start' | 'end') =>
    html`<span class="a-input-text-wrapper"><input type="text" id="${which}Date" name="${which}Date" value="${draft[`${which}Date`]}" class="a-input-text a-span4" autocomplete="off"><a href="#" class="a-datepicker" data-for="${which}Date" data-order="${ctx.store.dateOrder}" role="button" aria-label="Calendar"><i class="a-icon a-icon-calendar"></i></a></span> ${select(`${which}TimeNative`, times, draft[`${which}Time`], `${which}Time`)}`;
  const trackingId = ctx.id('trackingId');
  return html`<div class="a-section" id="${ctx.id('scheduling')}"><h2>${words.step2}</h2>
${row(
  label(words.startDate, startFixed ? undefined : 'startDate'),
  startFixed
    ? html`<span>${draft.startDate} ${times.find((time) => time.value === draft.startTime)?.text}</span>`
    : moment('start'),
  errors.startDate,
)}
${row(label(words.endDate, 'endDate'), moment('end'), errors.endDate)}
${row(label(words.internalDescription, 'internalDescription'), input({ id: 'internalDescription', value: draft.internalDescription, className: 'a-span8', maxlength: 100 }))}
${row(label(words.trackingId, trackingId), input({ id: trackingId, value: draft.trackingId, className: 'a-span8', maxlength: 100 }), errors.trackingId)}
</div>`;
}

/**
 * The claim code part of step 3. When which row shows is a guess: the one-per-customer box and the
 * combinability with a code of either kind, the code's text with Group. Guessed too: that None and
 * Unrestricted are chosen at first, and that Exclusive is no longer offered (`?exclusive=1` offers it).
 */
export function claimCode({ ctx, draft, errors }: FormView): Html {
  const { words, id } = ctx;
  const name = id('claimCode');
  const kinds = [
    { value: 'SINGLE_USE', text: words.singleUse },
    { value: 'GROUP', text: words.group },
    { value: 'NONE', text: words.none },
  ];
  const combinations = [
    { value: 'PREFERENTIAL', text: words.preferential },
    { value: 'UNRESTRICTED', text: words.unrestricted },
    ...(ctx.url.searchParams.has('exclusive') ? [{ value: 'EXCLUSIVE', text: words.exclusive }] : []),
  ];
  const withCode = draft.claimCode !== 'NONE';
  const groupCode = id('groupCode');
  return html`<div class="a-section" id="${id('claimCodeSection')}">
<div data-decides="claim-code">${row(label(words.claimCode), html`${kinds.map((kind) => radio(name, `${name}-${kind.value}`, kind, draft.claimCode === kind.value))}`)}</div>
<div data-shown-for="SINGLE_USE GROUP"${!withCode && html` hidden`}>
${row('', checkbox(id('onePerCustomer'), words.onePerCustomer, draft.onePerCustomer))}
</div>
<div data-shown-for="GROUP"${draft.claimCode !== 'GROUP' && html` hidden`}>
${row(label(words.claimCode, groupCode), html`${input({ id: groupCode, value: draft.groupCode, maxlength: 12 })} <a href="#" class="a-link-normal" data-suggest="${groupCode}">${words.suggest}</a>`, errors.groupCode)}
</div>
<div data-shown-for="SINGLE_USE GROUP"${!withCode && html` hidden`}>
${row(label(words.combinability), html`${combinations.map((each) => radio(id('combinability'), `${id('combinability')}-${each.value}`, each, draft.combinability === each.value))}`)}
</div>
</div>`;
}

/** Customize messaging. Guessed: that it opens folded, and that the detail page text is on (sellers' usual complaint). */
export function messaging({ ctx, draft }: FormView): Html {
  const { words, id } = ctx;
  const line = (key: 'checkoutText' | 'shortText' | 'purchasedItemsText') =>
    row(label(words[key], id(key)), input({ id: id(key), value: draft[key], className: 'a-span8' }));
  const content = html`${line('checkoutText')}${line('shortText')}${line('purchasedItemsText')}
${row(checkbox(id('detailPage'), words.detailPage, draft.detailPage), input({ id: id('detailPageText'), value: draft.detailPageText, className: 'a-span8' }))}
<input type="hidden" name="${id('detailPageShown')}" value="1">
${row(label(words.terms, id('terms')), html`<textarea id="${id('terms')}" name="${id('terms')}" rows="4" class="a-span8">${draft.terms}</textarea>`)}`;
  return expander(id('messaging'), words.messaging, content, ctx.url.searchParams.get('fold') === 'lazy');
}
