/** Italian. Verified: the offer page's order limit. The form's texts are best knowledge. */
export const it = `
l'acquirente acquista|il cliente acquista
articoli acquistati|selezione prodotti
l'acquirente ottiene|l'acquirente riceve
si applica a|applicabile a
data di inizio|data inizio
data di fine|data fine
descrizione interna
id di tracciamento|id tracciamento
codice promozionale|codice sconto
un utilizzo per cliente|un solo utilizzo per cliente
combinabilità del codice promozionale|combinabilità dei codici promozionali
testo visualizzato nella pagina di dettaglio|testo visualizzato nella pagina prodotto
aggiungi livello|aggiungi un livello
rimuovi livello

monouso|uso singolo
gruppo|codice di gruppo
nessuno|nessun codice
preferenziale
senza restrizioni|illimitato
esclusivo|esclusiva
almeno questa quantità di articoli|almeno questa quantità
almeno questo importo
per ogni quantità di articoli acquistati
sconto percentuale|percentuale di sconto
importo dello sconto
prezzo fisso per tutti gli articoli
articoli gratuiti|articolo gratuito
articolo aggiuntivo
seleziona|selezionane uno|seleziona altro
intero catalogo|tutto il catalogo


codice promozionale per social media
paghi uno prendi due

verifica|rivedi
invia
nome del gruppo|nome gruppo
quantità
crea
pronto
scarica
stato
!quantitativo massimo ordine|quantità massima ordine`;
