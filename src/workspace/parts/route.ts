import type { ExportKind } from '../../actions/desk/desk-state';

/** The parts of a promotion's page, of which one is shown; the first needs no word in the address. */
export const promotionTabs = ['given-out', 'results', 'setup'] as const;
export type PromotionTab = (typeof promotionTabs)[number];

/** Where the workspace stands, as its address says behind the `#`. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'inbox'; readonly id: string }
  | { readonly page: 'promotions' }
  | { readonly page: 'orders' }
  | {
      readonly page: 'promotion';
      readonly id: string;
      readonly exports: ExportKind | null;
      readonly list: boolean;
      readonly tab: PromotionTab;
    }
  | { readonly page: 'people'; readonly id: string; readonly search: string }
  | { readonly page: 'proof'; readonly id: string | null }
  | { readonly page: 'plan'; readonly id: string | null }
  | { readonly page: 'help'; readonly topic: string | null }
  | { readonly page: 'settings'; readonly section: string | null };

/** Reads the part of an address behind `#`; what is not known is the first page. */
export function routeOf(hash: string): Route {
  const [page, id, verb, kind] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decodeURIComponent);
  if (page === 'promotions' || page === 'orders') return { page };
  if (page === 'plan') return { page, id: id || null };
  if (page === 'help') return { page, topic: id || null };
  if (page === 'settings') return { page, section: id || null };
  if (page === 'people') return { page, id: id ?? '', search: verb ?? '' };
  if (page === 'proof') return { page, id: id || null };
  if (page === 'inbox' && id) return { page, id };
  if (page === 'promotion' && id) {
    const exports = verb === 'export' && (kind === 'unissued' || kind === 'history') ? kind : null;
    const tab = promotionTabs.find((each) => each === verb) ?? 'given-out';
    return { page, id, exports, list: verb === 'list', tab };
  }
  return { page: 'home' };
}

/** Where a promotion's page stands with the way from a list of people open. */
export function listHref(id: string): string {
  return `#/promotion/${encodeURIComponent(id)}/list`;
}

/** Where a part of the settings stands. */
export function settingsHref(section: string): string {
  return `#/settings/${section}`;
}

/** Where one part of a promotion's page stands. */
export function tabHref(id: string, tab: PromotionTab): string {
  const page = `#/promotion/${encodeURIComponent(id)}`;
  return tab === 'given-out' ? page : `${page}/${tab}`;
}

/** Where the list of who has what stands; `id`: of one promotion, or empty for all. */
export function peopleHref(id: string): string {
  return id === '' ? '#/people' : `#/people/${encodeURIComponent(id)}`;
}

/** Where a plan for the stock stands; without an id, all of them and the way to a new one. */
export function planHref(id = ''): string {
  return id === '' ? '#/plan' : `#/plan/${encodeURIComponent(id)}`;
}
