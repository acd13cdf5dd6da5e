import type { MessageWords } from './message-words';

/** French, with its blanks before “!” and “:”. */
export const fr: MessageWords = {
  template: `Bonjour\u00a0! Voici votre code pour {product}\u00a0: {code}
Saisissez-le au moment de passer commande et profitez de {discount} de réduction.
{link}
Le code est valable à partir du {works from}.
Le code est utilisable une seule fois, jusqu’au {works until}.`,
  fails: {
    hello: 'Bonjour\u00a0! J’ai vérifié votre code {code}.',
    typo: 'Le code saisi n’est pas tout à fait exact. Merci de le comparer caractère par caractère avec celui que vous avez reçu\u00a0: 0 et O, 1 et I, 8 et B se ressemblent.',
    used: 'Il a déjà été utilisé pour une commande. Chaque code n’est valable qu’une fois.',
    ended: `La promotion est terminée, le code n’est donc plus valable.
Il était valable jusqu’au {works until}.`,
    early: `La promotion n’a pas encore commencé. Merci de réessayer à ce moment-là.
Le code est valable à partir du {works from}.`,
    canceled: 'Ce code a été retiré. Merci de ne plus l’utiliser.',
    check: `Il devrait fonctionner. Merci de vérifier ces points\u00a0:
– Le code n’est valable que pour {product}, vendu par notre boutique.
{link}
– Saisissez-le au moment de passer commande, exactement comme vous l’avez reçu, sans espaces.
– Le code est utilisable une seule fois, jusqu’au {works until}.
S’il ne fonctionne toujours pas, dites-moi ce qu’Amazon affiche.`,
  },
  neutral: {
    product: 'notre produit',
    discount: 'une réduction',
    'works from': 'début de la promotion',
    'works until': 'terme de la promotion',
  },
  reviews: /(?<!\p{L})(avis(?!\p{L})|évalu(e|a)|commentaire|étoile|témoignage)/iu,
};
