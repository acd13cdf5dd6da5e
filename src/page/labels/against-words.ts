import { overLetters } from '../values/text';

/**
 * Words by which a text on the form speaks of a setting that it doesn't name, and by which a heading says that what
 * stands below it is something else. By language: English, German, French, Italian, Spanish, Portuguese, Dutch,
 * Polish, Swedish, Turkish, Japanese, Chinese, Arabic, Hindi. They only ever lead to a question.
 */

/** Ticks that are on and say one of these may override a setting. */
export const speaksOf = {
  claimCode: /code|\bkod|gutschein|kampanjkod|código|codice|コード|码|碼|كود|رمز|कोड/,
  combinability:
    /combin|\bstack|kombin|cumul|abbina|somma(?:re|bil)|acumul|stapel|łącz|birleş|併用|同時利用|叠加|疊加|同时使用|同時使用|组合|دمج|الجمع|संयोज/,
  discount:
    /discount|percent|% off|rabatt|nachlass|remise|réduction|sconto|descuento|desconto|korting|zniżk|rabat|indirim|割引|値引|折扣|减免|خصم|छूट/,
  onePerCustomer:
    /redempti|redeem|\bre-?uses?\b|\buses?\b|\busages?\b|per (?:customer|buyer|shopper|person|account)|einlös|nutzung|pro kund|utilisation|par client|utilizz|riscatt|per cliente|\busos?\b|canje|por (?:cliente|comprador)|resgate|gebruik|inwissel|per klant|użyć|użyci|wykorzyst|na klienta|inlös|användning|per kund|kullanım|müşteri başına|利用回数|使用回数|何度でも|1人|一人|お一人|購入者ごと|每位|每人|每个(?:买家|客户)|使用次数|限用|兑换|多次|استخدام|لكل عميل|उपयोग|प्रति ग्राहक/,
  detailPage:
    /detail ?page|product page|detailseite|produktseite|page (?:de détail|produit)|pagina (?:di dettaglio|del prodotto)|página (?:de detalles|del? producto|do produto|de detalhes)|detailpagina|productpagina|stron\w+ (?:produktu|szczegółów)|produktsid|detaljsid|ürün (?:detay )?sayfa|商品(?:詳細)?ページ|详情页|商品页|صفحة (?:المنتج|التفاصيل)|उत्पाद पेज/,
} as const;

/** A number or a list of so many uses, where a tick says one. */
export const countsUses = speaksOf.onePerCustomer;

/** "All except": what follows is what the setting leaves out. */
export const leavesOut = overLetters(
  /(?<!\p{L})(?:except|excluding|excludes?|excluded|but not|all but|other than|außer|ausgenommen|ausgeschlossen|ohne|sauf|excepté|hors|à l'exception|exclu\w*|tranne|eccetto|esclus\w*|excepto|salvo|exceto|behalve|uitgezonderd|oprócz|z wyjątkiem|utom|förutom|undantag\w*|hariç|dışında)(?!\p{L})|除く|以外|除外|除了|不包括|不含|排除|باستثناء|ما عدا|छोड़कर|के अलावा/u,
);

/** What stands below such a heading isn't this promotion. */
export const isOfAnother = overLetters(
  /(?<!\p{L})(?:examples?|samples?|templates?|defaults?|next|future|upcoming|previous|last|past|earlier|old|another|other promotions?|competitors?|suggest(?:ed|ions?)|recommendations?|recommended (?:for|by)|popular|test|demo|preview|newsletter|e-?mails?|coupons?|archived?|for reference|for comparison|compare|not (?:used|saved|applied|in use)|ignored|unused|inactive|beispiel\w*|muster|vorlagen?|standardwerte|standardeinstellungen|nächste[nr]?|künftige\w*|zukünftige\w*|vorherige\w*|letzte[nrs]?|frühere\w*|andere[nr]? (?:werbe)?aktion\w*|vorschl\w+|vorschau|exemples?|modèles?|par défaut|prochaine?s?|suivante?s?|futures?|précédente?s?|dernière?s?|anciens?|ancienne?s?|suggestions?|aperçu|esemp\w+|modell[oi]|predefinit\w+|prossim[aeoi]|futur[aeoi]|precedent[ei]|ultim[aeoi]|suggeriment\w+|anteprima|ejemplos?|plantillas?|predeterminad\w+|próxim[ao]s?|siguientes?|anterior(?:es)?|últim[ao]s?|sugerencias?|vista previa|exemplos?|modelos?|padrão|seguintes?|sugest\w+|voorbeeld\w*|sjablo\w+|standaard\w*|volgende|toekomstige|vorige|laatste|eerdere|suggesties|przykład\w*|szablon\w*|domyśln\w+|następn\w+|przyszł\w+|poprzedni\w*|ostatni\w*|sugesti\w+|exempel|mall(?:ar)?|standardvärden|nästa|framtida|föregående|tidigare|senaste|förslag|örnek\w*|şablon\w*|varsayılan|sonraki|gelecek|önceki|geçmiş|öneri\w*)(?!\p{L})|例|サンプル|テンプレート|ひな形|初期設定|デフォルト|既定|次回|今後|前回|過去|以前|競合|おすすめ|テスト|プレビュー|メール|クーポン|示例|样例|範例|模板|默认|預設|下一|下次|未来|以后|上一|上次|过去|之前|竞争|推荐|建议|测试|预览|邮件|优惠券|مثال|نموذج|افتراضي|القادم|السابق|مقترح|اختبار|معاينة|उदाहरण|टेम्पलेट|डिफ़ॉल्ट|अगल|पिछल|सुझाव|परीक्षण|पूर्वावलोकन/u,
);
