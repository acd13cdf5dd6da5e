import type { MessageWords } from './message-words';

/** German; amazon.de says “du” to its shoppers. */
export const de: MessageWords = {
  template: `Hallo! Hier ist dein Code für {product}: {code}
Gib ihn an der Kasse ein und spare {discount}.
{link}
Der Code gilt ab {works from}.
Der Code ist einmal einlösbar, bis {works until}.`,
  neutral: {
    product: 'unser Produkt',
    discount: 'Rabatt',
    'works from': 'Beginn der Aktion',
    'works until': 'Ende der Aktion',
  },
  // Also within longer words: Produktbewertung, Kundenrezension.
  reviews: /bewert(e|ung)|rezens|\bsternen?\b/iu,
};
