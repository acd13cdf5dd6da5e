/** German. Verified: the offer page's order limit (older template). The form's texts are best knowledge. */
export const de = `
käufer erwirbt|käufer kauft|kunde kauft
gekaufte artikel|erworbene artikel|produktauswahl
käufer erhält|kunde erhält|käufer bekommt
gilt für|anwenden auf|angewendet auf
startdatum|beginn|anfangsdatum
enddatum|ende
interne beschreibung
tracking-id|tracking id|verfolgungs-id
gutscheincode|aktionscode|promotionscode
eine einlösung pro kunde|nur eine einlösung pro kunde|einmal pro kunde einlösbar
kombinierbarkeit des gutscheincodes|kombinierbarkeit|gutscheincode-kombinierbarkeit
anzeigetext auf der produktdetailseite|anzeigetext der detailseite|anzeigetext auf der detailseite
stufe hinzufügen|staffel hinzufügen
stufe entfernen|staffel entfernen

einmalig verwendbar|einmalige verwendung|einmalverwendung
gruppe|gruppencode|mehrfach verwendbar
keiner|keine|kein
bevorzugt|vorrangig
uneingeschränkt|unbeschränkt
exklusiv
mindestens diese artikelanzahl|mindestens diese anzahl von artikeln|mindestens diese menge
mindestens betrag
für jede gekaufte artikelanzahl
prozent rabatt|prozentualer rabatt|rabatt in prozent
betrag rabatt
festpreis für alle artikel
gratisartikel|kostenlose artikel|gratis-artikel
zusätzlicher artikel
bitte auswählen|auswählen|andere auswählen
gesamter katalog|der gesamte katalog|ganzer katalog


social-media-aktionscode
kaufe eins, erhalte eins gratis

überprüfen|prüfen
absenden|senden|übermitteln
gruppenname|name der gruppe
anzahl|menge
erstellen
bereit|fertig
herunterladen
status
!maximale bestellmenge|max. bestellmenge|höchstbestellmenge`;
