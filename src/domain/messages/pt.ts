import type { MessageWords } from './message-words';

/** Portuguese as Brazil writes it. */
export const pt: MessageWords = {
  template: `Olá! Aqui está o seu código para {product}: {code}
Digite-o ao finalizar a compra e ganhe {discount} de desconto.
{link}
O código vale a partir de {works from}.
O código vale uma única vez, até {works until}.`,
  fails: {
    hello: 'Olá! Verifiquei o seu código {code}.',
    typo: 'O código digitado não está totalmente certo. Compare-o caractere por caractere com o que você recebeu: 0 e O, 1 e I, 8 e B são parecidos.',
    used: 'Ele já foi usado em um pedido. Cada código vale uma única vez.',
    ended: `A promoção terminou, por isso o código não vale mais.
Ele valeu até {works until}.`,
    early: `A promoção ainda não começou. Tente de novo nessa data.
O código vale a partir de {works from}.`,
    canceled: 'Este código foi retirado. Por favor, não o use mais.',
    check: `Ele deveria funcionar. Confira estes pontos:
– O código vale somente para {product}, vendido pela nossa loja.
{link}
– Digite-o ao finalizar a compra exatamente como recebeu, sem espaços.
– O código vale uma única vez, até {works until}.
Se ainda não funcionar, diga-me o que a Amazon mostra.`,
  },
  neutral: {
    product: 'o nosso produto',
    discount: 'um desconto',
    'works from': 'início da promoção',
    'works until': 'o fim da promoção',
  },
  reviews: /(?<!\p{L})(avali(a|e)|resenha|opini(ão|ões)|coment(á|a)rios?|depoimento|estrelas?)/iu,
};
