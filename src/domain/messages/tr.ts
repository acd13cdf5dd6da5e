import type { MessageWords } from './message-words';

/** Turkish. */
export const tr: MessageWords = {
  template: `Merhaba! İşte {product} için kodunuz: {code}
Ödeme sırasında girin, {discount} indirim kazanın.
{link}
Kod {works from} tarihinden itibaren geçerlidir.
Kod {works until} tarihine kadar bir kez kullanılabilir.`,
  fails: {
    hello: 'Merhaba! {code} kodunuzu inceledim.',
    typo: 'Girilen kod tam olarak doğru değil. Lütfen aldığınız kodla karakter karakter karşılaştırın: 0 ile O, 1 ile I, 8 ile B birbirine benzer.',
    used: 'Kod bir siparişte zaten kullanılmış. Her kod yalnızca bir kez geçerlidir.',
    ended: `Kampanya sona erdi, bu yüzden kod artık geçerli değil.
Kod {works until} tarihine kadar geçerliydi.`,
    early: `Kampanya henüz başlamadı. Lütfen o zaman tekrar deneyin.
Kod {works from} tarihinden itibaren geçerlidir.`,
    canceled: 'Bu kod geri çekildi. Lütfen artık kullanmayın.',
    check: `Kodun çalışması gerekir. Lütfen şunları kontrol edin:
– Kod yalnızca mağazamızın sattığı {product} için geçerlidir.
{link}
– Kodu ödeme sırasında aldığınız gibi, boşluk bırakmadan girin.
– Kod {works until} tarihine kadar bir kez kullanılabilir.
Hâlâ çalışmıyorsa Amazon’un ne gösterdiğini bana yazın.`,
  },
  neutral: {
    product: 'ürünümüz',
    discount: 'indirim',
    'works from': 'kampanya başlangıcı',
    'works until': 'kampanya sonu',
  },
  reviews: /(?<!\p{L})(yorum|değerlendir|puan|yıldız|inceleme)/iu,
};
