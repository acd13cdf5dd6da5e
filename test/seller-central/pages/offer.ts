import { input, label, row, select, submitButton } from '../aui.ts';
import type { Context } from '../context.ts';
import { Html, html } from '../html.ts';
import { page } from '../layout.ts';
import type { Offer } from '../state.ts';

const fresh: Offer = {
  'item_name-0-value': 'Garlic press with cleaning brush',
  'brand-0-value': 'Northwind',
  'contribution_sku-0-value': 'GARLIC-01',
  'purchasable_offer-0-our_price-0-schedule-0-value_with_tax': '19.99',
  'list_price-0-value': '24.99',
  'fulfillment_availability-0-quantity': '480',
  'max_order_quantity-0-value': '',
  'product_tax_code-0-value': 'A_GEN_NOTAX',
};

/** The offer of a SKU as last saved. */
export function savedOffer(ctx: Context, sku: string): Offer {
  return ctx.state.offers.get(sku) ?? { ...fresh, 'contribution_sku-0-value': sku };
}

/** Takes the attributes that the page sent; unknown names are left out. */
export function saveOffer(ctx: Context, sku: string, sent: Iterable<[string, string]>): void {
  const offer = { ...savedOffer(ctx, sku) };
  for (const [name, value] of sent) if (name in fresh) offer[name] = value;
  ctx.state.offers.set(sku, offer);
}

/**
 * The listing editor. Known: its addresses, tabs by path and hash, Katal inputs in open shadow roots
 * with the value as a property, names like `max_order_quantity-0-value`, `#attribute-group-item_name`.
 * Guessed: which attributes stand on which tab, the labels' markup, and that script fills in the values.
 */
export function offerPage(ctx: Context, sku: string): string {
  const data = JSON.stringify({ sku, token: ctx.state.token, offer: savedOffer(ctx, sku) }).replaceAll(
    '<',
    '\\u003c',
  );
  return page(
    ctx,
    'Edit listing',
    html`<h1>${savedOffer(ctx, sku)['item_name-0-value']}</h1>
<script type="application/json" id="listing-data">${new Html(data)}</script>
<listing-editor></listing-editor>`,
    ['katal', 'offer'],
  );
}

/** The legacy editor on the catalog hosts: plain form, ids as the attribute's name. Its markup is a guess. */
export function legacyOfferPage(ctx: Context, sku: string): string {
  const offer = savedOffer(ctx, sku);
  const field = (text: string, id: string, name: string) =>
    row(label(text, id), input({ id, value: offer[name] ?? '' }));
  return page(
    ctx,
    'Edit product',
    html`<h1>Edit product info</h1><form method="post" action="/abis/product/DisplayEditProduct${ctx.url.search}">
<input type="hidden" name="anti-csrftoken-a2z" value="${ctx.state.token}">
${field('Product name', 'item_name', 'item_name-0-value')}
${field('Your price', 'standard_price', 'purchasable_offer-0-our_price-0-schedule-0-value_with_tax')}
${row(label('Condition', 'condition_type'), select('condition_type', [{ value: 'New', text: 'New' }], 'New'))}
${field('Max Order Quantity', 'max_order_quantity', 'max_order_quantity-0-value')}
${submitButton({ id: 'main_submit_button', text: 'Save and finish', primary: true })}
</form>`,
  );
}

/** Saves the legacy form. */
export function saveLegacyOffer(ctx: Context, sku: string, form: URLSearchParams): void {
  saveOffer(ctx, sku, [
    ['item_name-0-value', form.get('item_name') ?? ''],
    ['purchasable_offer-0-our_price-0-schedule-0-value_with_tax', form.get('standard_price') ?? ''],
    ['max_order_quantity-0-value', form.get('max_order_quantity') ?? ''],
  ]);
}
