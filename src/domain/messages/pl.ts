import type { MessageWords } from './message-words';

/** Polish. */
export const pl: MessageWords = {
  template: `Cześć! Oto Twój kod na {product}: {code}
Wpisz go przy składaniu zamówienia, a otrzymasz {discount} zniżki.
{link}
Kod działa od {works from}.
Kod działa jeden raz, do {works until}.`,
  fails: {
    hello: 'Cześć! Sprawdziliśmy Twój kod {code}.',
    typo: 'Wpisany kod nie jest całkiem poprawny. Porównaj go znak po znaku z kodem z naszej wiadomości: 0 i O, 1 i I, 8 i B są podobne.',
    used: 'Został już użyty w zamówieniu. Każdy kod działa tylko raz.',
    ended: `Promocja się skończyła, więc kod już nie działa.
Działał do {works until}.`,
    early: `Promocja jeszcze się nie zaczęła. Spróbuj wtedy ponownie.
Kod działa od {works from}.`,
    canceled: 'Ten kod został wycofany. Prosimy już go nie używać.',
    check: `Powinien działać. Sprawdź te punkty:
– Kod działa tylko na {product}, w ofercie naszego sklepu.
{link}
– Wpisz go przy składaniu zamówienia dokładnie tak, jak w naszej wiadomości, bez spacji.
– Kod działa jeden raz, do {works until}.
Jeśli nadal nie działa, napisz, co pokazuje Amazon.`,
  },
  neutral: {
    product: 'nasz produkt',
    discount: 'zniżkę',
    'works from': 'początku promocji',
    'works until': 'końca promocji',
  },
  reviews: /(?<!\p{L})(opini[aąęeio]|recenzj|zrecenzuj|oce[nń]|gwiazd)/iu,
};
