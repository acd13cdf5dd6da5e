import type { Context } from './context.ts';
import { type Draft, freshDraft, type PromotionType, problems, readDraft } from './draft.ts';
import { centralList, centralPage } from './pages/central.ts';
import { claimCodesPage, claimCodesZip } from './pages/claim-codes.ts';
import { editPage } from './pages/edit.ts';
import { formPage } from './pages/form.ts';
import { homePage, managePage } from './pages/home.ts';
import { legacyOfferPage, offerPage, saveLegacyOffer, saveOffer } from './pages/offer.ts';
import { reviewPage, submittedPage } from './pages/review.ts';
import { viewPage } from './pages/view.ts';
import { addGroup, addPromotion, type StoredPromotion, statusOf } from './state.ts';

export type Answer =
  | { kind: 'page'; body: string; status?: number }
  | { kind: 'redirect'; to: string }
  | { kind: 'json'; body: object }
  | { kind: 'file'; name: string; bytes: Uint8Array };

interface Request {
  ctx: Context;
  headers: Record<string, string | string[] | undefined>;
  form: URLSearchParams;
}

type Handler = (request: Request) => Answer;

const show = (body: string): Answer => ({ kind: 'page', body });

/** What each address answers. `null` in place of a promotion's page where there is none: a plain 404. */
const gets: Record<string, Handler> = {
  '/': () => ({ kind: 'redirect', to: '/promotions' }),
  '/promotions': ({ ctx }) => show(homePage(ctx)),
  '/promotions/manage': ({ ctx }) => show(managePage(ctx)),
  '/promotions/new': ({ ctx }) =>
    show(formPage(ctx, freshDraft(typeOf(ctx.url.searchParams.get('type')), ctx.store, ctx.now))),
  '/promotions/duplicate': ({ ctx }) =>
    withPromotion(ctx, (promotion) => show(formPage(ctx, promotion.draft))),
  '/promotions/edit': ({ ctx }) => withPromotion(ctx, (promotion) => show(editPage(ctx, promotion))),
  '/promotions/view': ({ ctx }) => withPromotion(ctx, (promotion) => show(viewPage(ctx, promotion))),
  '/promotions/claim-codes': ({ ctx }) =>
    withPromotion(ctx, (promotion) => show(claimCodesPage(ctx, promotion))),
  '/promotions/claim-codes/download': ({ ctx }) => download(ctx, ctx.url.searchParams),
  '/promotion-central': () => ({ kind: 'redirect', to: '/promotion-central/landing' }),
  '/promotion-central/landing': () => ({ kind: 'redirect', to: '/promotion-central/dashboard' }),
  '/promotion-central/dashboard': ({ ctx }) => show(centralPage(ctx)),
  '/promotion-central/api/v1/promotions': ({ ctx, headers }) => ({
    kind: 'json',
    body: centralList(ctx, headers.region?.toString()),
  }),
  '/abis/product/DisplayEditProduct': ({ ctx }) => show(legacyOfferPage(ctx, skuOf(ctx))),
};

const posts: Record<string, Handler> = {
  '/promotions/new/preview': ({ ctx, form }) => preview(ctx, form),
  '/promotions/new/submit': ({ ctx, form }) => submit(ctx, form),
  '/promotions/end': ({ ctx, form }) =>
    withPromotion(
      ctx,
      (promotion) => {
        // That one which has not begun counts as canceled is a guess.
        if (statusOf(promotion, ctx.now) === 'Pending') promotion.canceled = true;
        else promotion.ended = true;
        promotion.history.push({ at: ctx.now, what: promotion.canceled ? 'Canceled' : 'Ended' });
        return { kind: 'redirect', to: `/promotions/view?promotionId=${promotion.id}&region=NA` };
      },
      form,
    ),
  '/promotions/claim-codes': ({ ctx, form }) =>
    withPromotion(ctx, (promotion) => createGroup(ctx, promotion, form), form),
  '/promotions/claim-codes/download': ({ ctx, form }) => download(ctx, form),
  '/abis/listing/edit/save': ({ ctx, form }) => {
    saveOffer(ctx, form.get('sku') ?? '', form);
    return { kind: 'json', body: { saved: true } };
  },
  '/abis/product/DisplayEditProduct': ({ ctx, form }) => {
    saveLegacyOffer(ctx, skuOf(ctx), form);
    return { kind: 'redirect', to: `${ctx.url.pathname}${ctx.url.search}` };
  },
};

/** Answers one request; null where the replica has no such page. */
export function answer(method: string, request: Request): Answer | null {
  const { ctx, form, headers } = request;
  const path = ctx.url.pathname.replace(/\/ref=.*$/, '').replace(/(.)\/$/, '$1');
  if (method === 'GET') {
    if (/^\/abis\/listing\/edit(\/|$)/.test(path)) return show(offerPage(ctx, skuOf(ctx)));
    if (path.startsWith('/promotion-central/deals/view/')) return show(centralPage(ctx));
    return gets[path]?.(request) ?? null;
  }
  const token = form.get('anti-csrftoken-a2z') ?? headers['anti-csrftoken-a2z'];
  if (token !== ctx.state.token)
    return { kind: 'page', body: 'The anti-CSRF token is missing or wrong.', status: 403 };
  return posts[path]?.(request) ?? null;
}

function typeOf(text: string | null): PromotionType {
  return text === 'SOCIAL' || text === 'BOGO' ? text : 'PERCENTAGE_OFF';
}

function skuOf(ctx: Context): string {
  return ctx.url.searchParams.get('sku') ?? 'GARLIC-01';
}

function withPromotion(
  ctx: Context,
  then: (promotion: StoredPromotion) => Answer,
  named = ctx.url.searchParams,
): Answer {
  const [id, trackingId] = [named.get('promotionId'), named.get('trackingId')];
  const promotion = ctx.state.promotions.find((each) =>
    id === null ? each.draft.trackingId === trackingId : each.id === id,
  );
  return promotion ? then(promotion) : { kind: 'page', body: 'No such promotion.', status: 404 };
}

/** The promotion that is being edited, and the form as sent. */
function sentDraft(
  ctx: Context,
  form: URLSearchParams,
): { editing: StoredPromotion | undefined; draft: Draft } {
  const editing = ctx.state.promotions.find((each) => each.id === form.get('editing'));
  return {
    editing,
    draft: readDraft(form, editing?.draft ?? freshDraft(typeOf(form.get('type')), ctx.store, ctx.now)),
  };
}

/** Errors bring the form again, at the preview's own address. */
function preview(ctx: Context, form: URLSearchParams): Answer {
  const { editing, draft } = sentDraft(ctx, form);
  const errors = problems(draft, ctx.store);
  if (Object.keys(errors).length === 0) return show(reviewPage(ctx, draft, editing?.id ?? null));
  return show(editing ? editPage(ctx, editing, draft, errors) : formPage(ctx, draft, errors));
}

function submit(ctx: Context, form: URLSearchParams): Answer {
  const { editing, draft } = sentDraft(ctx, form);
  if (form.has('back')) return show(editing ? editPage(ctx, editing, draft) : formPage(ctx, draft));
  if (!editing) return show(submittedPage(ctx, addPromotion(ctx.state, ctx.store, draft, ctx.now)));
  editing.draft = draft;
  editing.history.push({ at: ctx.now, what: 'Edited' });
  return show(submittedPage(ctx, editing));
}

/** Amazon's limits for quantity are not public; a million keeps the replica quick. */
function createGroup(ctx: Context, promotion: StoredPromotion, form: URLSearchParams): Answer {
  const name = form.get('groupName')?.trim() ?? '';
  const quantity = Number(form.get('quantity'));
  if (name === '' || !Number.isInteger(quantity) || quantity < 1 || quantity > 1_000_000) {
    return show(claimCodesPage(ctx, promotion, 'Enter a group name and a quantity from 1 to 1,000,000.'));
  }
  addGroup(promotion, name, quantity, ctx.now);
  const query = new URLSearchParams(ctx.url.searchParams);
  query.set('promotionId', promotion.id);
  return { kind: 'redirect', to: `/promotions/claim-codes?${query}` };
}

function download(ctx: Context, named: URLSearchParams): Answer {
  return withPromotion(
    ctx,
    (promotion) => {
      const group = promotion.groups.find((each) => each.id === named.get('groupId'));
      return group
        ? { kind: 'file', ...claimCodesZip(group) }
        : { kind: 'page', body: 'No such group.', status: 404 };
    },
    named,
  );
}
