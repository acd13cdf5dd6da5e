import type { MessageWords } from './message-words';

/** Swedish. */
export const sv: MessageWords = {
  template: `Hej! Här är din kod för {product}: {code}
Ange den i kassan så får du {discount} rabatt.
{link}
Koden gäller från och med {works from}.
Koden kan användas en gång, till och med {works until}.`,
  fails: {
    hello: 'Hej! Jag har tittat på din kod {code}.',
    typo: 'Koden som angavs stämmer inte riktigt. Jämför den tecken för tecken med den du har fått: 0 och O, 1 och I, 8 och B liknar varandra.',
    used: 'Den har redan använts i en beställning. Varje kod gäller bara en gång.',
    ended: `Kampanjen är slut, så koden gäller inte längre.
Den gällde till och med {works until}.`,
    early: `Kampanjen har inte börjat än. Försök igen då.
Koden gäller från och med {works from}.`,
    canceled: 'Den här koden har dragits tillbaka. Använd den inte längre.',
    check: `Den borde fungera. Kontrollera följande:
– Koden gäller bara {product}, såld av vår butik.
{link}
– Ange den i kassan precis som du fick den, utan mellanslag.
– Koden kan användas en gång, till och med {works until}.
Om den ändå inte fungerar, berätta vad Amazon visar.`,
  },
  neutral: {
    product: 'vår produkt',
    discount: 'rabatt',
    'works from': 'kampanjens start',
    'works until': 'kampanjens slut',
  },
  reviews: /(?<!\p{L})(produkt|kund)?(recension|recenser|omdöme|betyg|stjärn)/iu,
};
