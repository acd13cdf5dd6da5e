/** Polish. All of it best knowledge. */
export const pl = `
kupujący kupuje
zakupione produkty
kupujący otrzymuje
dotyczy
data rozpoczęcia
data zakończenia
opis wewnętrzny
identyfikator śledzenia
kod promocyjny
jedno wykorzystanie na klienta
łączenie kodów promocyjnych
tekst wyświetlany na stronie szczegółów
dodaj poziom
usuń poziom

jednorazowy
grupa
brak
preferencyjny
bez ograniczeń
wyłączny
co najmniej ta liczba produktów
co najmniej ta kwota
za każdą liczbę zakupionych produktów
procent zniżki
kwota zniżki
stała cena za wszystkie produkty
bezpłatne produkty
dodatkowy produkt
wybierz
cały katalog


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
zarządzaj kodami promocyjnymi`;
