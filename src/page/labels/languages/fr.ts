/** French. Verified: the offer page's order limit. The form's texts are best knowledge. */
export const fr = `
l'acheteur achète
articles achetés
l'acheteur obtient
s'applique à
date de début
date de fin
description interne
id de suivi
code promotionnel
une utilisation par client
compatibilité des codes promotionnels
texte affiché sur la page de détail
budget
ajouter un niveau
supprimer un niveau

usage unique
groupe
aucun
préférentiel
sans restriction
exclusif
au moins cette quantité d'articles
au moins ce montant
pour chaque quantité d'articles achetés
pourcentage de réduction
montant de la réduction
prix fixe pour tous les articles
articles gratuits
article supplémentaire
sélectionner
catalogue entier


code promotionnel pour les réseaux sociaux
un acheté, un offert

vérifier
envoyer
nom du groupe
quantité
créer
prêt
télécharger
statut
!quantité max. par commande
niveaux|paliers
gérer les codes promotionnels|gérer les codes de réduction
nombre de commandes|commandes
montant total|montant
annuler|retour|précédent|revenir en arrière
en attente|programmée|planifiée
active|actif|en cours
expirée|expiré|terminée|terminé
annulée|annulé`;
