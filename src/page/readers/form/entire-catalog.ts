/** Words for all of something, for what a catalog holds, and what may stand between, in every language of ours. */
const all = `all every any each entire whole full complete everything
alle alles aller allen jeder jedes jeden gesamt gesamte gesamter gesamten gesamtes ganze ganzer ganzen ganzes komplette kompletter komplettes sämtliche sämtlicher
tout toute tous toutes l'ensemble ensemble entier entière intégralité l'intégralité chaque
tutto tutta tutti tutte intero intera l'intero completo completa ogni
todo toda todos todas entero entera cada
inteiro inteira tudo cada
hele heel gehele volledig volledige elk elke
cały całego cała całość wszystko wszystkie wszystkich każdy każdego
hela alla allt hel varje samtliga
tüm bütün tamamı her hepsi
كل كامل جميع كافة
सभी संपूर्ण सम्पूर्ण पूरा पूरी पूरे सारे सारी सब हर`;

const things = `catalog catalogue catalogs inventory inventories store stores shop account range assortment product products item items article articles asin asins sku skus listing listings offer offers goods merchandise portfolio
katalog katalogs kataloge sortiment sortiments artikel artikeln produkt produkte produkten angebote waren bestand lager
produit produits offres boutique
catalogo articolo articoli prodotto prodotti inventario negozio offerte
catálogo artículo artículos producto productos tienda ofertas
itens produto produtos loja estoque
catalogus artikelen producten aanbod winkel voorraad
katalogu produkty produktów produktu przedmioty przedmiotów towary asortyment asortymentu oferty sklep
katalogen artiklar produkter sortimentet varor butiken
kataloğu kataloğun kataloğum ürün ürünler ürünleri ürünlerim mağaza
الكتالوج كتالوج كتالوجك المنتجات منتجات المنتج السلع العناصر المخزون
कैटलॉग कैटलोग आइटम उत्पाद उत्पादों सूची`;

const between = `the your my our of in on from across within to for with amazon a an listed active available eligible seller seller's own this it
der die das den dem des im in ihr ihre ihrem ihren ihres mein meine meinem meinen unser unserem aus dem
le la les du de des dans votre vos mon ma mes notre nos sur
il lo la i gli le del della dei delle nel nella tuo tuoi mio miei di
el la los las del de en tu tus su sus mi mis
o a os as do da dos das no na seu seus meu meus
de het van in uw je mijn uit
w z twój twoje twoich mój moje moich
i din dina ditt min mina mitt på
bir benim sizin
في من على`;

const [allWords, thingWords, fillers] = [all, things, between].map(
  (words) => new Set(words.split(/\s+/)),
) as [Set<string>, Set<string>, Set<string>];

const eastern =
  /^(?:(?:すべて|全て|全|あらゆる)(?:の)?(?:商品|カタログ|asin|出品|製品|アイテム|在庫)(?:カタログ)?|(?:カタログ|商品|出品|在庫)(?:の)?(?:全体|すべて|全て|全部)|(?:您?的?)?(?:全部|所有|整个|整個|完整)(?:的)?(?:商品|目录|目錄|产品|產品|asin|库存|庫存|店铺|商品目录|商品目錄|产品目录)|(?:目录|目錄|店铺|库存)中?(?:的)?(?:全部|所有)(?:商品|产品|產品)?)$/;
const easternStart = /^(?:すべて|全て|全商品|全品|全部|所有|整个|整個)/;

/**
 * Whether a name is that of everything a seller sells: `yes` where it says nothing else, `maybe` where it
 * begins so. `shown` is a plain text.
 */
export function saysEntireCatalog(shown: string): 'yes' | 'maybe' | 'no' {
  if (eastern.test(shown)) return 'yes';
  if (easternStart.test(shown)) return 'maybe';
  const words = shown.split(/[\s()[\],.;:!/]+/).filter((word) => word !== '');
  const first = words.find((word) => !fillers.has(word)) ?? '';
  const isAll = words.some((word) => allWords.has(word));
  const isMore = words.some((word) => ![allWords, thingWords, fillers].some((known) => known.has(word)));
  if (isAll && !isMore && (words.some((word) => thingWords.has(word)) || words.length === 1)) return 'yes';
  return allWords.has(first) ? 'maybe' : 'no';
}

const easternAnywhere =
  /(?:すべて|全て|全)の?(?:商品|カタログ|製品|出品)|(?:全部|所有|整个|整個)的?(?:商品|产品|產品|目录|目錄|库存)/;

/** Whether a text speaks of everything that a seller sells, whatever else it says. */
export function speaksOfEverything(text: string): boolean {
  if (easternAnywhere.test(text)) return true;
  const words = text.split(/[\s()[\],.;:!/]+/);
  return words.some((word) => allWords.has(word)) && words.some((word) => thingWords.has(word));
}
