import type { Context } from './context.ts';
import { Html, html } from './html.ts';

/** A whole page in Seller Central's frame. The header's markup and its class names are guesses but for the anti-CSRF tag. */
export function page(
  ctx: Context,
  title: string,
  content: Html,
  scripts: readonly string[] = ['aui'],
): string {
  return html`${new Html('<!doctype html>')}
<html lang="${ctx.words.lang}" class="a-ws">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="anti-csrftoken-a2z" content="${ctx.state.token}">
<title>${title} - Amazon</title>
<link rel="stylesheet" href="/assets/aui.css">
<link rel="icon" href="data:,">
${scripts.map((name) => html`<script src="/assets/${name}.js" defer></script>`)}
</head>
<body class="a-aui">
<header id="sc-navbar">
<a class="sc-logo" href="/promotions">amazon <b>seller central</b></a>
<div class="partner-dropdown"><button type="button" class="partner-dropdown-button"><b>${ctx.account}</b> | <span>${ctx.store.name}</span></button></div>
<nav><a href="/promotions">Promotions</a> <a href="/promotion-central">Promotion Central</a> <a href="${offerPath(ctx)}">Edit listing</a></nav>
</header>
<main id="sc-content-container">
${content}
</main>
<footer>Replica of a page, made for tests. Not Amazon.</footer>
</body>
</html>
`.text;
}

function offerPath(ctx: Context): string {
  const query = new URLSearchParams({
    marketplaceID: ctx.store.id,
    sku: 'GARLIC-01',
    asin: 'B0GARLIC01',
    productType: 'KITCHEN',
  });
  return `/abis/listing/edit/offer?${query}#offer`;
}

const tabNames = [
  ['create-your-promotions', 'Create a Promotion', '/promotions'],
  ['manage-your-promotions', 'Manage Your Promotions', '/promotions/manage'],
  ['manage-product-selection', 'Manage Product Selection', '/promotions#&tab=manage-product-selection'],
] as const;

/** The tabs over the promotions pages; only the first one's fragment is known. */
export function tabs(current: (typeof tabNames)[number][0]): Html {
  return html`<ul class="a-tabs" role="tablist">${tabNames.map(
    ([tab, text, href]) =>
      html`<li class="a-tab-heading ${tab === current && 'a-active'}" role="presentation"><a href="${href}" role="tab" aria-selected="${String(tab === current)}">${text}</a></li>`,
  )}</ul>`;
}
