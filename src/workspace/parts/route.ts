import type { ExportKind } from '../../actions/desk/desk-state';

/** Where the workspace stands, as its address says behind the `#`. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'inbox'; readonly id: string }
  | { readonly page: 'promotions' }
  | {
      readonly page: 'promotion';
      readonly id: string;
      readonly exports: ExportKind | null;
      readonly list: boolean;
    }
  | { readonly page: 'people'; readonly id: string; readonly search: string }
  | { readonly page: 'proof'; readonly id: string | null }
  | { readonly page: 'settings' };

/** Reads the part of an address behind `#`; what is not known is the first page. */
export function routeOf(hash: string): Route {
  const [page, id, verb, kind] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decodeURIComponent);
  if (page === 'settings' || page === 'promotions') return { page };
  if (page === 'people') return { page, id: id ?? '', search: verb ?? '' };
  if (page === 'proof') return { page, id: id || null };
  if (page === 'inbox' && id) return { page, id };
  if (page === 'promotion' && id) {
    const exports = verb === 'export' && (kind === 'unissued' || kind === 'history') ? kind : null;
    return { page, id, exports, list: verb === 'list' };
  }
  return { page: 'home' };
}

/** Where a promotion's page stands with the way from a list of people open. */
export function listHref(id: string): string {
  return `#/promotion/${encodeURIComponent(id)}/list`;
}

/** Where the list of who has what stands; `id`: of one promotion, or empty for all. */
export function peopleHref(id: string): string {
  return id === '' ? '#/people' : `#/people/${encodeURIComponent(id)}`;
}
