import type { MarketplaceCode } from '../../domain/marketplaces';
import { attr, findAll, isDrawn, nodesOf, tagOf } from '../dom/dom';
import { closestAcross, outer, shadowOf } from '../dom/shadow';
import { countryCalled } from './country-names';

/** What a page's own words say of account and store. */
export interface Switcher {
  /** Every store that a sign names: none, one, or several that contradict each other. */
  readonly stores: ReadonlySet<MarketplaceCode>;
  readonly account: string | null;
}

/** How public code and Amazon's own pages name the switcher. Its markup is not public. */
const places =
  '[id*="account-switcher" i], [class*="account-switcher" i], [id*="merchant-marketplace" i], [class*="merchant-marketplace" i], [id*="partner-switcher" i], [class*="partner-dropdown" i], [class*="marketplace" i], [id*="marketplace" i], [aria-label*="marketplace" i], [data-testid*="account-switcher" i], [data-testid*="marketplace" i], kat-account-switcher';

/** Where a page says for whom it is. */
const heads = 'header, [role=banner], [id*="navbar" i], [id*="top-nav" i]';

/**
 * The account switcher in the page's header shows "Account | Country", in the page's language. What names
 * several countries is a list to choose from and says nothing, unless it marks the one that is chosen.
 */
export function readSwitcher(roots: readonly (Document | ShadowRoot)[]): Switcher {
  const said = roots
    .flatMap((root) => [...findAll<HTMLElement>(root, places)])
    .map((el) => signOf(el, partsOf));
  const signs = said.filter(({ store }) => store !== null);
  if (signs.length > 0 || said.some(({ names }) => names)) return together(signs);
  const headed = roots
    .flatMap((root) => [...findAll<HTMLElement>(root, heads)])
    .map((el) => signOf(el, wholePartsOf));
  return together(headed.filter(({ store }) => store !== null));
}

interface Sign {
  readonly store: MarketplaceCode | null;
  readonly account: string | null;
  /** Whether it shows any text at all. */
  readonly names: boolean;
}

function together(signs: readonly Sign[]): Switcher {
  const accounts = new Set(signs.flatMap(({ account }) => account ?? []));
  const [account, second] = accounts;
  return {
    stores: new Set(signs.flatMap(({ store }) => store ?? [])),
    account: second === undefined ? (account ?? null) : null,
  };
}

/** The one country that an element shows, with what stands beside it. */
function signOf(place: HTMLElement, cut: (text: string) => string[]): Sign {
  const parts = textsIn(place).flatMap(cut);
  const countries = new Map(parts.flatMap((part) => pairOf(part)));
  const stores = new Set(countries.values());
  const [store, second] = stores;
  if (!store || second) return { store: null, account: null, names: parts.length > 0 };
  const others = parts.filter((part) => !countries.has(part));
  return { store, account: others[0] ?? null, names: true };
}

function pairOf(part: string): [string, MarketplaceCode][] {
  const code = countryCalled(part);
  return code ? [[part, code]] : [];
}

/** `Kitchen Goods | Germany` in its parts. */
function splitUp(text: string): string[] {
  return text
    .split(/[|\n•·/]/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** The same for `Kitchen Goods (Germany)` and `Kitchen Goods - Germany`. */
function partsOf(text: string): string[] {
  return splitUp(text).flatMap((part) => {
    if (part.length > 200 || countryCalled(part)) return [part];
    const at = Math.max(...['-', '–', '—', ',', '(', ':'].map((sign) => part.lastIndexOf(sign)));
    const last = part
      .slice(at + 1)
      .replace(/\)$/, '')
      .trim();
    return at > 0 && countryCalled(last) ? [part.slice(0, at).trim(), last] : [part];
  });
}

/** A header also names languages: `DE` and `English (UK)` are no stores there. */
function wholePartsOf(text: string): string[] {
  return splitUp(text).filter((part) => part.length > 2);
}

/** The texts that an element shows, in its shadow roots too: of a list only what is chosen in it. */
function textsIn(place: HTMLElement): string[] {
  const texts: string[] = [];
  function visit(node: Node): void {
    if (texts.length >= mostTexts) return;
    if (node instanceof Text) {
      const el = outer(node);
      const around = el instanceof Element ? el : place;
      if (/\S/.test(node.data) && counts(around)) texts.push(node.data);
      return;
    }
    const shadow = node instanceof Element ? shadowOf(node) : null;
    for (const child of [...(shadow ? nodesOf(shadow) : []), ...nodesOf(node)]) visit(child);
  }
  visit(place);
  return texts;
}

/** A header holds no more; beyond that it is the page. */
const mostTexts = 300;

function counts(el: Element): boolean {
  if (el instanceof HTMLOptionElement) return el.selected;
  if (/^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(tagOf(el)) || !isDrawn(el, { visibilityProperty: true }))
    return false;
  const item = closestAcross(el, '[role=option], [role=menuitemradio], [aria-selected], [aria-checked]');
  return !item || attr(item, 'aria-selected') === 'true' || attr(item, 'aria-checked') === 'true';
}
