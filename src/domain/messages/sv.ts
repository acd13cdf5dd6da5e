import type { MessageWords } from './message-words';

/** Swedish. */
export const sv: MessageWords = {
  template: `Hej! Här är din kod för {product}: {code}
Ange den i kassan så får du {discount} rabatt.
{link}
Koden gäller från och med {works from}.
Koden kan användas en gång, till och med {works until}.`,
  neutral: {
    product: 'vår produkt',
    discount: 'rabatt',
    'works from': 'kampanjens start',
    'works until': 'kampanjens slut',
  },
  reviews: /(?<!\p{L})(produkt|kund)?(recension|recenser|omdöme|betyg|stjärn)/iu,
};
