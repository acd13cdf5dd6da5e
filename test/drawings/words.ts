/** The words that the drawings are written in: English as Amazon writes it, the others as a translator might. */

const european = `
lang | en-US | de-DE | fr-FR | es-MX | it-IT | nl-NL
title | Create a promotion: Percentage Off | Werbeaktion erstellen: Prozentualer Rabatt | Créer une promotion : Pourcentage de remise | Crear una promoción: Porcentaje de descuento | Crea una promozione: Sconto percentuale | Promotie maken: Percentagekorting
step1 | Step 1: Conditions | Schritt 1: Bedingungen | Étape 1 : Conditions | Paso 1: Condiciones | Passaggio 1: Condizioni | Stap 1: Voorwaarden
step2 | Step 2: Scheduling | Schritt 2: Zeitplan | Étape 2 : Planification | Paso 2: Programación | Passaggio 2: Pianificazione | Stap 2: Planning
step3 | Step 3: Additional options | Schritt 3: Weitere Optionen | Étape 3 : Options supplémentaires | Paso 3: Opciones adicionales | Passaggio 3: Opzioni aggiuntive | Stap 3: Aanvullende opties
buys | Buyer purchases | Käufer kauft | L'acheteur achète | El comprador compra | L'acquirente acquista | Koper koopt
atLeast | At least this quantity of items | Mindestens diese Artikelmenge | Au moins cette quantité d'articles | Al menos esta cantidad de artículos | Almeno questa quantità di articoli | Minstens dit aantal artikelen
atLeastAmount | At least amount (in $) | Mindestbetrag (in €) | Montant minimum (en €) | Monto mínimo (en $) | Importo minimo (in €) | Minimumbedrag (in €)
every | For every quantity of items purchased | Für jede gekaufte Artikelmenge | Pour chaque quantité achetée | Por cada cantidad de artículos comprados | Per ogni quantità acquistata | Voor elk gekocht aantal
items | Purchased Items | Gekaufte Artikel | Articles achetés | Artículos comprados | Articoli acquistati | Gekochte artikelen
pick | Select one | Auswählen | Sélectionner | Seleccionar | Seleziona | Selecteer
entire | Entire catalog | Gesamter Katalog | Catalogue entier | Catálogo completo | Intero catalogo | Volledige catalogus
gets | Buyer gets | Käufer erhält | L'acheteur reçoit | El comprador obtiene | L'acquirente ottiene | Koper krijgt
percent | Percent off | Prozent Rabatt | Pourcentage de remise | Porcentaje de descuento | Percentuale di sconto | Percentage korting
amountOff | Amount off (in $) | Betrag Rabatt (in €) | Montant de remise (en €) | Monto de descuento (en $) | Importo dello sconto (in €) | Kortingsbedrag (in €)
applies | Applies to | Gilt für | S'applique à | Se aplica a | Si applica a | Van toepassing op
additional | Additional Item | Zusätzlicher Artikel | Article supplémentaire | Artículo adicional | Articolo aggiuntivo | Extra artikel
tiers | Tiers | Stufen | Paliers | Niveles | Livelli | Niveaus
addTier | Add Tier | Stufe hinzufügen | Ajouter un palier | Agregar nivel | Aggiungi livello | Niveau toevoegen
removeTier | Remove Tier | Stufe entfernen | Supprimer le palier | Eliminar nivel | Rimuovi livello | Niveau verwijderen
start | Start Date | Startdatum | Date de début | Fecha de inicio | Data di inizio | Startdatum
end | End Date | Enddatum | Date de fin | Fecha de finalización | Data di fine | Einddatum
desc | Internal Description | Interne Beschreibung | Description interne | Descripción interna | Descrizione interna | Interne beschrijving
tid | Tracking ID | Tracking-ID | ID de suivi | ID de seguimiento | ID di tracciamento | Tracking-ID
code | Claim Code | Gutscheincode | Code promotionnel | Código promocional | Codice promozionale | Claimcode
single | Single-use | Einmalig verwendbar | À usage unique | De un solo uso | Monouso | Eenmalig gebruik
group | Group | Gruppe | Groupe | Grupo | Gruppo | Groep
none | None | Keiner | Aucun | Ninguno | Nessuno | Geen
one | One redemption per customer | Eine Einlösung pro Kunde | Une utilisation par client | Un canje por cliente | Un utilizzo per cliente | Eén inwisseling per klant
combi | Claim Code Combinability | Kombinierbarkeit des Gutscheincodes | Cumul des codes promotionnels | Combinabilidad del código promocional | Combinabilità del codice promozionale | Combineerbaarheid van claimcode
pref | Preferential | Bevorzugt | Préférentiel | Preferencial | Preferenziale | Voorkeur
unres | Unrestricted | Uneingeschränkt | Sans restriction | Sin restricciones | Senza restrizioni | Onbeperkt
excl | Exclusive | Exklusiv | Exclusif | Exclusivo | Esclusivo | Exclusief
detail | Detail page display text | Anzeigetext auf der Detailseite | Texte affiché sur la page de détail | Texto de la página de detalles | Testo della pagina di dettaglio | Weergavetekst op detailpagina
review | Review | Überprüfen | Vérifier | Revisar | Rivedi | Controleren
yes | Yes | Ja | Oui | Sí | Sì | Ja
no | No | Nein | Non | No | No | Nee
manage | Manage claim codes | Gutscheincodes verwalten | Gérer les codes promotionnels | Administrar códigos promocionales | Gestisci codici promozionali | Claimcodes beheren
groupName | Group Name | Gruppenname | Nom du groupe | Nombre del grupo | Nome del gruppo | Groepsnaam
qty | Quantity | Menge | Quantité | Cantidad | Quantità | Aantal
create | Create | Erstellen | Créer | Crear | Crea | Maken
status | Status | Status | Statut | Estado | Stato | Status
ready | Ready | Bereit | Prêt | Listo | Pronto | Gereed
download | Download | Herunterladen | Télécharger | Descargar | Scarica | Downloaden`;

const others = `
lang | pl-PL | sv-SE | tr-TR | ja-JP | zh-CN | ar-AE
title | Tworzenie promocji: Rabat procentowy | Skapa en kampanj: Procentrabatt | Promosyon oluştur: Yüzde indirimi | プロモーションの作成: 購入割引 | 创建促销：购买折扣 | إنشاء عرض ترويجي: خصم بالنسبة المئوية
step1 | Krok 1: Wybierz warunki | Steg 1: Villkor | Adım 1: Koşullar | ステップ1:条件 | 第1步：选择促销条件 | الخطوة 1: الشروط
step2 | Krok 2: Harmonogram | Steg 2: Schemaläggning | Adım 2: Zamanlama | ステップ2:スケジュール | 第2步：设置促销时间 | الخطوة 2: الجدولة
step3 | Krok 3: Dodatkowe opcje | Steg 3: Ytterligare alternativ | Adım 3: Ek seçenekler | ステップ3:追加設定 | 第3步：更多选项 | الخطوة 3: خيارات إضافية
buys | Zakupy kupującego | Köparen köper | Alıcının satın aldığı | 購入者の購入条件 | 买家购买 | يشتري المشتري
atLeast | Minimalna liczba produktów | Minst detta antal artiklar | En az bu ürün adedi | 最低購入数量 | 购买商品最低数量 | على الأقل هذا العدد من المنتجات
atLeastAmount | Kwota minimalna (w zł) | Minsta belopp (i kr) | En az tutar (TL) | 最低購入金額 | 购买商品最低金额 | الحد الأدنى للمبلغ
every | Za każdą liczbę kupionych produktów | För varje köpt antal | Satın alınan her adet için | 購入数量ごと | 每购买商品数量 | لكل كمية من المنتجات المشتراة
items | Zakupione przedmioty | Köpta artiklar | Satın alınan ürünler | 購入商品 | 须购买商品 | المنتجات المشتراة
pick | Wybierz | Välj | Seçin | 選択してください | 请选择 | اختر
entire | Cały katalog | Hela katalogen | Tüm katalog | カタログ全体 | 整个目录 | الكتالوج بالكامل
gets | Kupujący otrzymuje | Köparen får | Alıcının kazandığı | 購入者が受け取る特典 | 便可获得 | يحصل المشتري على
percent | Zniżka procentowa | Procent rabatt | Yüzde indirim | 割引率 | 减免折扣 | نسبة الخصم
amountOff | Zniżka kwotowa | Beloppsrabatt | Tutar indirimi | 割引額 | 减免金额 | مبلغ الخصم
applies | Dotyczy | Gäller för | Şunlara uygulanır | 適用対象 | 适用于 | ينطبق على
additional | Dodatkowy przedmiot | Ytterligare artikel | Ek ürün | 追加商品 | 额外购买的商品 | منتج إضافي
tiers | Progi | Nivåer | Kademeler | 階層 | 促销层级 | المستويات
addTier | Dodaj próg | Lägg till nivå | Kademe ekle | 階層を追加 | 添加层级 | إضافة مستوى
removeTier | Usuń próg | Ta bort nivå | Kademeyi kaldır | 階層を削除 | 删除层级 | إزالة المستوى
start | Data rozpoczęcia | Startdatum | Başlangıç tarihi | 開始日 | 开始时间 | تاريخ البدء
end | Data zakończenia | Slutdatum | Bitiş tarihi | 終了日 | 结束时间 | تاريخ الانتهاء
desc | Opis wewnętrzny | Intern beskrivning | Dahili açıklama | 管理用の説明 | 促销识别名称 | الوصف الداخلي
tid | Identyfikator śledzenia | Spårnings-ID | Takip kimliği | トラッキングID | 促销追踪编码 | معرف التتبع
code | Kod promocyjny | Kampanjkod | Promosyon kodu | プロモーションコード | 优惠码 | رمز المطالبة
single | Jednorazowy | Engångskod | Tek kullanımlık | 1回限り有効 | 一次性 | للاستخدام مرة واحدة
group | Grupowy | Grupp | Grup | グループ | 无限制 | مجموعة
none | Brak | Ingen | Yok | なし | 无 | بدون
one | Jedno wykorzystanie na klienta | En inlösning per kund | Müşteri başına bir kullanım | お一人様1回限り | 每位买家只能使用一次优惠码 | استخدام واحد لكل عميل
combi | Łączenie kodów promocyjnych | Kombinerbarhet för kampanjkod | Promosyon kodu birleştirilebilirliği | プロモーションコードの併用 | 优惠码组合使用 | إمكانية دمج رمز المطالبة
pref | Preferencyjny | Företräde | Tercihli | 優先 | 优先型优惠码 | تفضيلي
unres | Nieograniczony | Obegränsad | Sınırsız | 無制限 | 无限制型优惠码 | غير مقيد
excl | Wyłączny | Exklusiv | Özel | 排他的 | 独用型优惠码 | حصري
detail | Tekst na stronie produktu | Text på produktsidan | Ürün sayfası metni | 商品詳細ページの表示テキスト | 商品详情页面显示文本 | نص العرض في صفحة التفاصيل
review | Sprawdź | Granska | İncele | 確認 | 查看 | مراجعة
yes | Tak | Ja | Evet | はい | 是 | نعم
no | Nie | Nej | Hayır | いいえ | 否 | لا
manage | Zarządzaj kodami promocyjnymi | Hantera kampanjkoder | Promosyon kodlarını yönet | プロモーションコードの管理 | 管理优惠码 | إدارة رموز المطالبة
groupName | Nazwa grupy | Gruppnamn | Grup adı | グループ名 | 组名称 | اسم المجموعة
qty | Ilość | Antal | Adet | 数量 | 数量 | الكمية
create | Utwórz | Skapa | Oluştur | 作成 | 创建 | إنشاء
status | Status | Status | Durum | ステータス | 状态 | الحالة
ready | Gotowe | Klar | Hazır | 準備完了 | 就绪 | جاهز
download | Pobierz | Ladda ned | İndir | ダウンロード | 下载 | تنزيل`;

const keys =
  'lang title step1 step2 step3 buys atLeast atLeastAmount every items pick entire gets percent amountOff applies additional tiers addTier removeTier start end desc tid code single group none one combi pref unres excl detail review yes no manage groupName qty create status ready download' as const;

type Split<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Split<Rest> : Text;

/** One language's words. */
export type Words = Record<Split<typeof keys>, string>;

const columns = [
  ['en', 'de', 'fr', 'es', 'it', 'nl'],
  ['pl', 'sv', 'tr', 'ja', 'zh', 'ar'],
] as const;

export type Language = (typeof columns)[number][number];

/** The words of each language. */
export const words = Object.fromEntries(
  [european, others].flatMap((table, half) =>
    (columns[half] ?? []).map((language, column) => [
      language,
      Object.fromEntries(
        table
          .trim()
          .split('\n')
          .map((line) => {
            const cells = line.split(' | ');
            return [cells[0], cells[column + 1]];
          }),
      ),
    ]),
  ),
) as Record<Language, Words>;
