import type { MessageWords } from './message-words';

/** Spanish, in words that Spain and Mexico share. */
export const es: MessageWords = {
  template: `¡Hola! Este es tu código para {product}: {code}
Escríbelo al finalizar la compra y obtén un {discount} de descuento.
{link}
El código funciona a partir del {works from}.
El código sirve una sola vez, hasta el {works until}.`,
  fails: {
    hello: '¡Hola! He revisado tu código {code}.',
    typo: 'El código introducido no es del todo correcto. Compáralo carácter por carácter con el que recibiste: 0 y O, 1 e I, 8 y B se parecen.',
    used: 'Ya se usó en un pedido. Cada código sirve una sola vez.',
    ended: `La promoción terminó, así que el código ya no funciona.
Funcionó hasta el {works until}.`,
    early: `La promoción todavía no ha empezado. Inténtalo de nuevo entonces.
El código funciona a partir del {works from}.`,
    canceled: 'Este código fue retirado. Por favor, ya no lo uses.',
    check: `Debería funcionar. Revisa estos puntos:
– El código solo funciona con {product}, vendido por nuestra tienda.
{link}
– Escríbelo al finalizar la compra tal como lo recibiste, sin espacios.
– El código sirve una sola vez, hasta el {works until}.
Si aún no funciona, dime qué muestra Amazon.`,
  },
  neutral: {
    product: 'nuestro producto',
    discount: 'descuento',
    'works from': 'inicio de la promoción',
    'works until': 'final de la promoción',
  },
  reviews: /(?<!\p{L})(reseñ|valora(ci|r|nos)|calific(a|ó|u)|opini[oó]n|comentarios?|estrellas?|puntua)/iu,
};
