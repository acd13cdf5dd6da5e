import type { PromotionWithCounts } from '../../actions/pool';
import { nameOf } from '../../ui/promotion/promotion-model';
import { say } from '../../words/say';
import type { Route } from '../parts/route';

interface PageNames {
  readonly title: string;
  readonly back: { readonly href: string; readonly name: string } | null;
  readonly tags: readonly string[];
}

/** What a page is called, which one stands above it, and what is told of it in a word. */
export function pageNames(route: Route, promotions: readonly PromotionWithCounts[] | null): PageNames {
  const alone = { back: null, tags: [] };
  switch (route.page) {
    case 'home':
    case 'inbox':
      return { ...alone, title: say('homeTitle') };
    case 'promotions':
      return { ...alone, title: say('tableTitle') };
    case 'people': {
      const promotion = promotions?.find((each) => each.promotion.id === route.id)?.promotion;
      if (!promotion) return { ...alone, title: say('peopleTitle') };
      const back = { href: '#/people', name: say('peopleAll') };
      return { ...alone, back, title: say('peopleTitleOf', { promotion: nameOf(promotion) }) };
    }
    case 'orders':
      return { ...alone, title: say('ordersTitle') };
    case 'plan':
      return route.id === null
        ? { ...alone, title: say('planTitle'), back: { href: '#/promotions', name: say('promotionAll') } }
        : { ...alone, title: say('planTitle'), back: { href: '#/plan', name: say('planAll') } };
    case 'help':
      return { ...alone, title: say('helpTitle') };
    case 'settings':
      return { ...alone, title: say('settingsTitle') };
    case 'proof':
      return route.id === null
        ? { ...alone, title: say('proofsTitle'), back: { href: '#/promotions', name: say('promotionAll') } }
        : { ...alone, title: say('proofTitle'), back: { href: '#/proof', name: say('proofAll') } };
    case 'promotion': {
      const back = { href: '#/promotions', name: say('promotionAll') };
      const promotion = promotions?.find((each) => each.promotion.id === route.id)?.promotion;
      if (!promotion)
        return { ...alone, back, title: promotions ? say('promotionNotFound') : say('tableTitle') };
      const percent = promotion.percentOff === null ? [] : [say('percent', promotion.percentOff)];
      return {
        back,
        title: nameOf(promotion),
        tags: [...percent, promotion.marketplace ?? say('cardStoreNotKnown')],
      };
    }
  }
}
