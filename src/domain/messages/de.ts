import type { MessageWords } from './message-words';

/** German; amazon.de says “du” to its shoppers. */
export const de: MessageWords = {
  template: `Hallo! Hier ist dein Code für {product}: {code}
Gib ihn an der Kasse ein und spare {discount}.
{link}
Der Code gilt ab {works from}.
Der Code ist einmal einlösbar, bis {works until}.`,
  fails: {
    hello: 'Hallo! Ich habe mir deinen Code {code} angesehen.',
    typo: 'Der eingegebene Code stimmt nicht ganz. Bitte vergleiche ihn Zeichen für Zeichen mit dem, den du bekommen hast: 0 und O, 1 und I, 8 und B sehen sich ähnlich.',
    used: 'Er wurde schon bei einer Bestellung eingelöst. Jeder Code gilt nur einmal.',
    ended: `Die Aktion ist beendet, deshalb gilt der Code nicht mehr.
Er galt bis {works until}.`,
    early: `Die Aktion hat noch nicht begonnen. Bitte versuche es dann noch einmal.
Der Code gilt ab {works from}.`,
    canceled: 'Dieser Code wurde zurückgezogen. Bitte verwende ihn nicht mehr.',
    check: `Er sollte funktionieren. Bitte prüfe diese Punkte:
– Der Code gilt nur für {product}, verkauft von unserem Shop.
{link}
– Gib ihn an der Kasse genau so ein, wie du ihn bekommen hast, ohne Leerzeichen.
– Der Code ist einmal einlösbar, bis {works until}.
Wenn es dann noch nicht klappt, schreib mir bitte, was Amazon anzeigt.`,
  },
  neutral: {
    product: 'unser Produkt',
    discount: 'Rabatt',
    'works from': 'Beginn der Aktion',
    'works until': 'Ende der Aktion',
  },
  // Also within longer words: Produktbewertung, Kundenrezension.
  reviews: /bewert(e|ung)|rezens|\bsternen?\b/iu,
};
