import type { MessageWords } from './message-words';

/** Spanish, in words that Spain and Mexico share. */
export const es: MessageWords = {
  template: `¡Hola! Este es tu código para {product}: {code}
Escríbelo al finalizar la compra y obtén un {discount} de descuento.
{link}
El código funciona a partir del {works from}.
El código sirve una sola vez, hasta el {works until}.`,
  neutral: {
    product: 'nuestro producto',
    discount: 'descuento',
    'works from': 'inicio de la promoción',
    'works until': 'final de la promoción',
  },
  reviews: /(?<!\p{L})(reseñ|valora(ci|r|nos)|calific(a|ó|u)|opini[oó]n|comentarios?|estrellas?|puntua)/iu,
};
