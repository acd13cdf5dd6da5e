import type { MessageWords } from './message-words';

/** Dutch, for the Netherlands and Belgium. */
export const nl: MessageWords = {
  template: `Hoi! Hier is je code voor {product}: {code}
Vul hem in bij het afrekenen en je krijgt {discount} korting.
{link}
De code werkt vanaf {works from}.
De code werkt één keer, tot {works until}.`,
  fails: {
    hello: 'Hoi! Ik heb naar je code {code} gekeken.',
    typo: 'De ingevulde code klopt niet helemaal. Vergelijk hem teken voor teken met de code die je hebt gekregen: 0 en O, 1 en I, 8 en B lijken op elkaar.',
    used: 'Hij is al gebruikt voor een bestelling. Elke code werkt maar één keer.',
    ended: `De actie is afgelopen, dus de code werkt niet meer.
Hij werkte tot {works until}.`,
    early: `De actie is nog niet begonnen. Probeer het dan opnieuw.
De code werkt vanaf {works from}.`,
    canceled: 'Deze code is ingetrokken. Gebruik hem alsjeblieft niet meer.',
    check: `Hij zou moeten werken. Controleer deze punten:
– De code werkt alleen voor {product}, verkocht door onze winkel.
{link}
– Vul hem bij het afrekenen precies zo in als je hem hebt gekregen, zonder spaties.
– De code werkt één keer, tot {works until}.
Werkt het nog steeds niet? Laat me dan weten wat Amazon laat zien.`,
  },
  neutral: {
    product: 'ons product',
    discount: 'korting',
    'works from': 'het begin van de actie',
    'works until': 'het einde van de actie',
  },
  reviews: /(?<!\p{L})(product|klanten)?(review|recensie|beoordel|waardering|sterren)/iu,
};
