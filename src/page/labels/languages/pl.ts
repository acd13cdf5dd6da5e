/** Polish. Verified: Amazon’s help on step 1 of the form. The rest is best knowledge. */
export const pl = `
!zakupy kupującego|kupujący kupuje
!zakupione przedmioty|zakupione produkty
!kupujący otrzymuje
dotyczy
data rozpoczęcia
data zakończenia
opis wewnętrzny
identyfikator śledzenia
kod promocyjny
jedno wykorzystanie na klienta
łączenie kodów promocyjnych
tekst wyświetlany na stronie szczegółów
budżet
dodaj poziom
usuń poziom

jednorazowy
grupa
brak
preferencyjny
bez ograniczeń
wyłączny
!minimalna liczba produktów|co najmniej ta liczba produktów
!kwota minimalna|co najmniej ta kwota
za każdą liczbę zakupionych produktów
procent zniżki
!kwota zniżki|!zniżka kwotowa
stała cena za wszystkie produkty
bezpłatne produkty
dodatkowy produkt
!wybierz inną|wybierz
!cały katalog


kod promocyjny do mediów społecznościowych
kup jeden, drugi otrzymasz

sprawdź
prześlij
nazwa grupy
ilość
utwórz
gotowe
pobierz
stan
maksymalna ilość zamówienia
progi|poziomy
zarządzaj kodami promocyjnymi
liczba zamówień|zamówienia
łączna kwota|kwota
anuluj|wstecz|wróć|poprzedni
oczekująca|oczekujące|zaplanowana
aktywna|aktywny|aktywne
wygasła|wygasłe|zakończona|zakończone
anulowana|anulowane`;
