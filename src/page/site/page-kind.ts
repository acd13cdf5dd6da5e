import type { PageKind } from '../../domain/reading';

/**
 * What the address alone says of a page. `unsure` is a promotions page whose address we don't know;
 * the claim-code page is one, since its address is not public, and is told by what stands on it.
 */
export function pageKindOfUrl(url: URL): PageKind | 'unsure' {
  const path = url.pathname.replace(/\/ref=.*$/, '').replace(/\/+$/, '');
  if (/^\/promotions\/new\/preview$/.test(path)) return 'review';
  if (/^\/promotions\/new\/submit$/.test(path)) return 'submitted';
  if (/^\/promotions\/new$/.test(path)) return 'create';
  if (/^\/promotions\/duplicate$/.test(path)) return 'duplicate';
  if (/^\/promotions\/edit(\/|$)/.test(path)) return 'edit';
  if (/^\/promotions\/view$/.test(path)) return 'view';
  if (/^\/promotions(\/manage(\/(refresh|product-search))?)?$/.test(path)) return 'manage';
  // Lists of products, whose own names are called Tracking IDs too.
  if (/^\/promotions\/productSelection(\/|$)/i.test(path)) return 'other';
  if (/^\/promotion-central(\/|$)/.test(path)) return 'central';
  if (/^\/abis\/listing\/(edit|edit-draft|offer-full-form)(\/|$)/.test(path)) return 'offer';
  if (/^\/abis\/product\/DisplayEditProduct$/i.test(path)) return 'offer';
  return /^\/promotions\//.test(path) ? 'unsure' : 'other';
}

/** The promotion that a page's address names, old style or UUID; null where it names none. */
export function promotionIdOfUrl(url: URL): string | null {
  return url.searchParams.get('promotionId');
}

/** The Tracking ID by which a View page's address names its promotion; null where it doesn't. */
export function trackingIdOfUrl(url: URL): string | null {
  if (pageKindOfUrl(url) !== 'view') return null;
  return url.searchParams.get('trackingId')?.replace(/\s+/g, ' ').trim() || null;
}

/** Whether two addresses are one page: a fragment makes no other. `before` is empty at first. */
export function isSamePage(before: string, now: string): boolean {
  if (before === '') return false;
  const [one, other] = [new URL(before), new URL(now)];
  return one.pathname === other.pathname && one.search === other.search;
}
