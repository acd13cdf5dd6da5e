/** Italian. Verified: the offer page's order limit. The form's texts are best knowledge. */
export const it = `
l'acquirente acquista
articoli acquistati
l'acquirente ottiene
si applica a
data di inizio
data di fine
descrizione interna
id di tracciamento
codice promozionale
un utilizzo per cliente
combinabilità del codice promozionale
testo visualizzato nella pagina di dettaglio
budget
aggiungi livello
rimuovi livello

monouso
gruppo
nessuno
preferenziale
senza restrizioni
esclusivo
almeno questa quantità di articoli
almeno questo importo
per ogni quantità di articoli acquistati
sconto percentuale
importo dello sconto
prezzo fisso per tutti gli articoli
articoli gratuiti
articolo aggiuntivo
seleziona
intero catalogo


codice promozionale per social media
paghi uno prendi due

verifica
invia
nome del gruppo
quantità
crea
pronto
scarica
stato
!quantitativo massimo ordine
livelli
gestisci codici promozionali|gestisci i codici promozionali
numero di ordini|ordini
importo totale|importo
annulla|indietro|torna indietro|precedente
in sospeso|in attesa|programmata
attiva|attivo|in corso
scaduta|scaduto|terminata|conclusa
annullata|annullato`;
