import { expect, it } from 'vitest';
import { saysEntireCatalog } from '../../../src/page/readers/form/entire-catalog';
import { plain } from '../../../src/page/values/text';

it.each([
  'All items in your catalog',
  'Whole catalogue',
  'every product',
  'The entire catalog',
  'All my products',
  'Everything',
  'All ASINs',
  'Gesamter Katalog',
  'Alle Artikel im Katalog',
  'Tout le catalogue',
  'Tous vos produits',
  'Intero catalogo',
  'Todos los productos',
  'Catálogo completo de productos',
  'すべての商品',
  'カタログ全体',
  '全部商品',
  '整个目录',
  'Catálogo inteiro',
  'Alle producten',
  'Cały katalog',
  'Hela katalogen',
  'Tüm ürünler',
  'جميع المنتجات',
  'सभी उत्पाद',
])('%s is everything', (name) => {
  expect(saysEntireCatalog(plain(name))).toBe('yes');
});

it.each(['All garlic presses', 'Entire summer range 2026', 'Alle Knoblauchpressen', '全部厨具'])(
  '%s may be everything',
  (name) => {
    expect(saysEntireCatalog(plain(name))).toBe('maybe');
  },
);

it.each(['Garlic press, all colours', 'Kitchen helpers 2026', 'PSL-KITCHEN', 'Overall', 'Products'])(
  '%s is a list',
  (name) => {
    expect(saysEntireCatalog(plain(name))).toBe('no');
  },
);
