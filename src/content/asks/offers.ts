import type { OfferVerdict } from '../../domain/checks';
import { readValue } from '../../domain/reading';
import { send } from '../../messaging/send';
import type { PageReading } from '../../page/read-page';
import { productAddress } from '../../page/site/addresses';
import { browser } from '../../platform/native';
import { isConnected } from '../on-page/lifetime';

/** The value stands this long before it counts: scripts fill offer pages in late. */
const standsFor = 1500;

function scopeOf({ store }: PageReading) {
  return { account: store.account?.slice(0, 500) ?? null, marketplace: store.marketplace?.code ?? null };
}

/** Hands what an offer page showed as it loaded to the ledger. What was typed never gets here. */
export class OfferWitness {
  /** Whether what this page shows is kept. */
  kept = false;
  readonly #answered: () => void;
  #shown = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(answered: () => void) {
    this.#answered = answered;
  }

  /** Nothing more is told until the page is loaded again. */
  stop(): void {
    this.kept = false;
    this.#shown = '';
    clearTimeout(this.#timer);
  }

  see(page: PageReading, url: URL): void {
    const reading = page.maxOrderQuantity;
    const sku = url.searchParams.get('sku') ?? url.searchParams.get('mSku');
    // What was found by a word that is only our guess vouches for nothing.
    if (reading?.kind !== 'read' || reading.evidence.unverified || !sku) return;
    const asin = url.searchParams.get('asin');
    const price = page.price?.value ?? null;
    const stock = page.stock?.value ?? null;
    const offer = { ...scopeOf(page), sku, asin, limit: reading.value, price, stock };
    const text = JSON.stringify(offer);
    if (text === this.#shown) return;
    this.#shown = text;
    this.kept = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!isConnected()) return;
      void send((message) => browser.runtime.sendMessage(message), 'offer/seen', offer).then((reply) => {
        if (!reply.ok) return console.warn('Claimcheck could not keep this limit:', reply.message);
        this.kept = this.#shown === text;
        this.#answered();
      });
    }, standsFor);
  }
}

/**
 * Hands on what an offer page, as it loaded, calls its product, and where shoppers find it. `typed`: the seller has been
 * in that field.
 */
export function productWitness(): (page: PageReading, url: URL, typed: boolean) => void {
  let shown = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (page, url, typed) => {
    const sku = url.searchParams.get('sku') ?? url.searchParams.get('mSku');
    if (page.page !== 'offer' || !sku || typed) return clearTimeout(timer);
    const asin = url.searchParams.get('asin');
    const scope = scopeOf(page);
    const product = {
      ...scope,
      sku,
      asin,
      name: page.productName?.value ?? null,
      link: productAddress(scope.marketplace, asin),
    };
    const text = JSON.stringify(product);
    if (text === shown || (product.name === null && product.link === null)) return;
    shown = text;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isConnected()) return;
      void send((message) => browser.runtime.sendMessage(message), 'product/seen', product).then((reply) => {
        if (!reply.ok) console.warn('Claimcheck could not keep this product:', reply.message);
      });
    }, standsFor);
  };
}

/** What is known of the products in the selection chosen on a form. Asks once for each selection. */
export function offerKnowledge(answered: () => void) {
  const known = new Map<string, OfferVerdict>();

  async function ask(
    page: PageReading,
    selection: string,
    limit: number,
    items: readonly string[] | null,
  ): Promise<void> {
    const key = keyOf(page, selection, limit);
    if (!known.has(key)) known.set(key, 'unknown');
    if (!isConnected()) return;
    const reply = await send((message) => browser.runtime.sendMessage(message), 'offers/of', {
      ...scopeOf(page),
      selection,
      items: items && [...items],
      limit,
    });
    if (!reply.ok) return console.warn('Claimcheck could not look up order limits:', reply.message);
    if (known.get(key) === reply.value) return;
    known.set(key, reply.value);
    answered();
  }

  function keyOf(page: PageReading, selection: string, limit: number): string {
    return JSON.stringify([scopeOf(page), selection, limit]);
  }

  return {
    /** `unknown` while nothing is known, or no selection is chosen. */
    of(page: PageReading, limit: number): OfferVerdict {
      const selection = selectionName(page);
      if (selection === null) return 'unknown';
      const key = keyOf(page, selection, limit);
      if (!known.has(key)) void ask(page, selection, limit, null);
      return known.get(key) ?? 'unknown';
    },
    /** The seller says which SKUs or ASINs are in the selection chosen. */
    list(page: PageReading, limit: number, pasted: string): void {
      const selection = selectionName(page);
      const items = pasted.split(/[\s,;]+/).filter((item) => item !== '' && item.length <= 100);
      if (selection !== null) void ask(page, selection, limit, items.slice(0, 2000));
    },
    /** Asks again: another tab may have read an offer meanwhile. */
    forget(): void {
      known.clear();
    },
  };
}

function selectionName(page: PageReading): string | null {
  const chosen = page.form && readValue(page.form.readings.productSelection);
  return chosen?.kind === 'list' ? chosen.name.slice(0, 500) : null;
}
