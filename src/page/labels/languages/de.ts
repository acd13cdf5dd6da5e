/** German. Verified: the offer page's order limit (older template). The form's texts are best knowledge. */
export const de = `
käufer erwirbt|käufer kauft
gekaufte artikel|erworbene artikel
käufer erhält|kunde erhält
gilt für|anwenden auf
startdatum|beginn
enddatum|ende
interne beschreibung
tracking-id|tracking id
gutscheincode|aktionscode
eine einlösung pro kunde|nur eine einlösung pro kunde
kombinierbarkeit des gutscheincodes|kombinierbarkeit
anzeigetext auf der produktdetailseite|anzeigetext der detailseite
budget
stufe hinzufügen|staffel hinzufügen
stufe entfernen|staffel entfernen

einmalig verwendbar|einmalige verwendung
gruppe|gruppencode
keiner|keine
bevorzugt|vorrangig
uneingeschränkt|unbeschränkt
exklusiv
mindestens diese artikelanzahl|mindestens diese anzahl von artikeln
mindestens betrag
für jede gekaufte artikelanzahl
prozent rabatt|prozentualer rabatt
betrag rabatt
festpreis für alle artikel
gratisartikel|kostenlose artikel
zusätzlicher artikel
bitte auswählen|auswählen
gesamter katalog|der gesamte katalog


social-media-aktionscode
kaufe eins, erhalte eins gratis

überprüfen|prüfen
absenden|senden
gruppenname|name der gruppe
anzahl|menge
erstellen
bereit|fertig
herunterladen
status
!maximale bestellmenge|max. bestellmenge
stufen|staffeln
gutscheincodes verwalten|aktionscodes verwalten
anzahl der bestellungen|bestellungen
gesamtbetrag|betrag
abbrechen|zurück|vorherige|zurückgehen
ausstehend|geplant
aktiv|läuft
abgelaufen|beendet
storniert|abgebrochen`;
