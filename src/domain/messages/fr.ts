import type { MessageWords } from './message-words';

/** French, with its blanks before “!” and “:”. */
export const fr: MessageWords = {
  template: `Bonjour\u00a0! Voici votre code pour {product}\u00a0: {code}
Saisissez-le au moment de passer commande et profitez de {discount} de réduction.
{link}
Le code est valable à partir du {works from}.
Le code est utilisable une seule fois, jusqu’au {works until}.`,
  neutral: {
    product: 'notre produit',
    discount: 'une réduction',
    'works from': 'début de la promotion',
    'works until': 'terme de la promotion',
  },
  reviews: /(?<!\p{L})(avis(?!\p{L})|évalu(e|a)|commentaire|étoile|témoignage)/iu,
};
