import type { MessageWords } from './message-words';

/** Italian; numbers and dates stand after a colon, since an article before them would depend on their sound. */
export const it: MessageWords = {
  template: `Ciao! Ecco il tuo codice per {product}: {code}
Inseriscilo al momento del pagamento: {discount} di sconto per te.
{link}
Il codice è valido a partire da: {works from}.
Il codice vale una sola volta. Scadenza: {works until}.`,
  neutral: {
    product: 'il nostro prodotto',
    discount: 'uno sconto',
    'works from': 'l’inizio della promozione',
    'works until': 'la fine della promozione',
  },
  reviews: /(?<!\p{L})(recensi(on|r|sc)|valuta(zion|re|ci)|opinion[ei]|(\d|cinque) stell[ae])/iu,
};
