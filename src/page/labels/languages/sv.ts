/** Swedish. All of it best knowledge. */
export const sv = `
köparen köper
köpta artiklar
köparen får
gäller för
startdatum
slutdatum
intern beskrivning
spårnings-id
kampanjkod
en inlösning per kund
kombinerbarhet för kampanjkod
visningstext på detaljsidan
budget
lägg till nivå
ta bort nivå

engångsbruk
grupp
ingen
förmånlig
obegränsad
exklusiv
minst detta antal artiklar
minst detta belopp
för varje antal köpta artiklar
procent rabatt
rabattbelopp
fast pris för alla artiklar
gratis artiklar
ytterligare artikel
välj
hela katalogen


kampanjkod för sociala medier
köp en, få en

granska
skicka
gruppnamn
antal
skapa
klar
ladda ner
status
maximal orderkvantitet
nivåer
hantera kampanjkoder|hantera rabattkoder
antal beställningar|beställningar
totalbelopp|belopp
avbryt|tillbaka|föregående
väntande|schemalagd
aktiv|pågående
utgången|avslutad|har gått ut
avbruten|inställd`;
