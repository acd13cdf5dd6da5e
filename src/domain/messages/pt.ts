import type { MessageWords } from './message-words';

/** Portuguese as Brazil writes it. */
export const pt: MessageWords = {
  template: `Olá! Aqui está o seu código para {product}: {code}
Digite-o ao finalizar a compra e ganhe {discount} de desconto.
{link}
O código vale a partir de {works from}.
O código vale uma única vez, até {works until}.`,
  neutral: {
    product: 'o nosso produto',
    discount: 'um desconto',
    'works from': 'início da promoção',
    'works until': 'o fim da promoção',
  },
  reviews: /(?<!\p{L})(avali(a|e)|resenha|opini(ão|ões)|coment(á|a)rios?|depoimento|estrelas?)/iu,
};
