/** Turkish. All of it best knowledge. */
export const tr = `
alıcının satın aldığı
satın alınan ürünler
alıcının kazandığı
geçerli olduğu ürünler
başlangıç tarihi
bitiş tarihi
dahili açıklama
takip kimliği
promosyon kodu
müşteri başına bir kullanım
promosyon kodunun birleştirilebilirliği
ürün detay sayfası görüntüleme metni
bütçe
kademe ekle
kademeyi kaldır

tek kullanımlık
grup
yok
öncelikli
kısıtlamasız
özel
en az bu miktarda ürün
en az bu tutar
satın alınan her ürün miktarı için
yüzde indirim
indirim tutarı
tüm ürünler için sabit fiyat
ücretsiz ürünler
ek ürün
seçin
tüm katalog


sosyal medya promosyon kodu
bir alana bir bedava

incele
gönder
grup adı
miktar
oluştur
hazır
indir
durum
maksimum sipariş miktarı
kademeler|seviyeler
promosyon kodlarını yönet|kupon kodlarını yönet
sipariş sayısı|siparişler
toplam tutar|tutar
iptal|iptal et|geri|geri dön|önceki
beklemede|planlandı
etkin|aktif
süresi doldu|sona erdi|bitti
iptal edildi`;
