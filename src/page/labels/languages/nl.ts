/** Dutch. All of it best knowledge. */
export const nl = `
koper koopt
gekochte artikelen
koper krijgt
van toepassing op
startdatum
einddatum
interne beschrijving
tracking-id
claimcode
één inwisseling per klant
combineerbaarheid van claimcodes
weergavetekst op detailpagina
budget
niveau toevoegen
niveau verwijderen

eenmalig gebruik
groep
geen
preferentieel
onbeperkt
exclusief
ten minste dit aantal artikelen
ten minste dit bedrag
voor elk aantal gekochte artikelen
percentage korting
kortingsbedrag
vaste prijs voor alle artikelen
gratis artikelen
aanvullend artikel
selecteer
volledige catalogus


promotiecode voor sociale media
koop er één, krijg er één

controleren
verzenden
groepsnaam
aantal
maken
gereed
downloaden
status
maximale bestelhoeveelheid
niveaus
claimcodes beheren|actiecodes beheren
aantal bestellingen|bestellingen
totaalbedrag|bedrag
annuleren|terug|vorige
in behandeling|gepland
actief|lopend
verlopen|beëindigd|afgelopen
geannuleerd`;
