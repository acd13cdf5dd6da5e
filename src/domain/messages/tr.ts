import type { MessageWords } from './message-words';

/** Turkish. */
export const tr: MessageWords = {
  template: `Merhaba! İşte {product} için kodunuz: {code}
Ödeme sırasında girin, {discount} indirim kazanın.
{link}
Kod {works from} tarihinden itibaren geçerlidir.
Kod {works until} tarihine kadar bir kez kullanılabilir.`,
  neutral: {
    product: 'ürünümüz',
    discount: 'indirim',
    'works from': 'kampanya başlangıcı',
    'works until': 'kampanya sonu',
  },
  reviews: /(?<!\p{L})(yorum|değerlendir|puan|yıldız|inceleme)/iu,
};
