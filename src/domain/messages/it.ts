import type { MessageWords } from './message-words';

/** Italian; numbers and dates stand after a colon, since an article before them would depend on their sound. */
export const it: MessageWords = {
  template: `Ciao! Ecco il tuo codice per {product}: {code}
Inseriscilo al momento del pagamento: {discount} di sconto per te.
{link}
Il codice è valido a partire da: {works from}.
Il codice vale una sola volta. Scadenza: {works until}.`,
  fails: {
    hello: 'Ciao! Ho controllato il tuo codice {code}.',
    typo: 'Il codice inserito non è del tutto corretto. Confrontalo carattere per carattere con quello che hai ricevuto: 0 e O, 1 e I, 8 e B si assomigliano.',
    used: 'È già stato usato in un ordine. Ogni codice vale una sola volta.',
    ended: `La promozione è terminata, quindi il codice non è più valido.
Scadenza: {works until}.`,
    early: `La promozione non è ancora iniziata. Riprova allora.
Il codice è valido a partire da: {works from}.`,
    canceled: 'Questo codice è stato ritirato. Ti chiedo di non usarlo più.',
    check: `Dovrebbe funzionare. Controlla questi punti:
– Il codice vale solo per {product}, venduto dal nostro negozio.
{link}
– Inseriscilo al momento del pagamento esattamente come l’hai ricevuto, senza spazi.
– Il codice vale una sola volta. Scadenza: {works until}.
Se ancora non funziona, scrivimi che cosa mostra Amazon.`,
  },
  neutral: {
    product: 'il nostro prodotto',
    discount: 'uno sconto',
    'works from': 'l’inizio della promozione',
    'works until': 'la fine della promozione',
  },
  reviews: /(?<!\p{L})(recensi(on|r|sc)|valuta(zion|re|ci)|opinion[ei]|(\d|cinque) stell[ae])/iu,
};
