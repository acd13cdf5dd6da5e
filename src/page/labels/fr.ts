/** French. Verified: the offer page's order limit. The form's texts are best knowledge. */
export const fr = `
l'acheteur achète|achat du client
articles achetés|sélection de produits
l'acheteur obtient|l'acheteur reçoit
s'applique à|applicable à
date de début
date de fin
description interne
id de suivi|identifiant de suivi
code promotionnel|code promo
une utilisation par client|une seule utilisation par client
compatibilité des codes promotionnels|possibilité de combiner les codes promotionnels
texte affiché sur la page de détail|texte d'affichage de la page produit
ajouter un niveau|ajouter un palier
supprimer un niveau|supprimer le niveau

usage unique|à usage unique
groupe|code de groupe
aucun|aucune
préférentiel|préférentielle
sans restriction|illimité
exclusif|exclusive
au moins cette quantité d'articles|au moins cette quantité
au moins ce montant
pour chaque quantité d'articles achetés
pourcentage de réduction|pourcentage de remise
montant de la réduction
prix fixe pour tous les articles
articles gratuits|article gratuit
article supplémentaire
sélectionner|sélectionnez|choisir
catalogue entier|tout le catalogue


code promotionnel pour les réseaux sociaux
un acheté, un offert

vérifier|examiner
envoyer|soumettre
nom du groupe
quantité
créer
prêt
télécharger
statut|état
!quantité max. par commande|quantité maximale par commande`;
