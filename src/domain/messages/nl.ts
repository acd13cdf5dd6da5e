import type { MessageWords } from './message-words';

/** Dutch, for the Netherlands and Belgium. */
export const nl: MessageWords = {
  template: `Hoi! Hier is je code voor {product}: {code}
Vul hem in bij het afrekenen en je krijgt {discount} korting.
{link}
De code werkt vanaf {works from}.
De code werkt één keer, tot {works until}.`,
  neutral: {
    product: 'ons product',
    discount: 'korting',
    'works from': 'het begin van de actie',
    'works until': 'het einde van de actie',
  },
  reviews: /(?<!\p{L})(product|klanten)?(review|recensie|beoordel|waardering|sterren)/iu,
};
