import type { MessageWords } from './message-words';

/** Polish. */
export const pl: MessageWords = {
  template: `Cześć! Oto Twój kod na {product}: {code}
Wpisz go przy składaniu zamówienia, a otrzymasz {discount} zniżki.
{link}
Kod działa od {works from}.
Kod działa jeden raz, do {works until}.`,
  neutral: {
    product: 'nasz produkt',
    discount: 'zniżkę',
    'works from': 'początku promocji',
    'works until': 'końca promocji',
  },
  reviews: /(?<!\p{L})(opini[aąęeio]|recenzj|zrecenzuj|oce[nń]|gwiazd)/iu,
};
