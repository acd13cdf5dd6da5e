import type { KnownPromotion } from '../domain/known-promotion';
import { marketplace } from '../domain/marketplaces';
import type { PageReading } from '../page/read-page';
import { say } from '../platform/i18n';
import type { Scope } from './draft';

/**
 * Says that the page shows another store than the promotion on it belongs to: the switch at the top of
 * Seller Central changes every open tab at once. Empty where nothing speaks for that.
 */
export function wrongStore(page: PageReading, reviewed: Scope | null, known: KnownPromotion | null): string {
  const other = reviewed ?? known?.elsewhere;
  if (!other) return '';
  const here = { account: page.store.account, marketplace: page.store.marketplace?.code ?? null };
  const sameStore = other.marketplace === here.marketplace;
  return say(reviewed ? 'reviewedIn' : 'otherStore', named(other, sameStore), named(here, sameStore));
}

function named({ account, marketplace: code }: Scope, withAccount: boolean): string {
  const store = code === null ? say('noStore') : marketplace(code).name;
  return withAccount && account ? `${account} · ${store}` : store;
}
