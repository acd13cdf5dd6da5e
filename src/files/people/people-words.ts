/*
 * What stands above the columns of lists of people: English first, as mail, shop, and community platforms write it, then
 * ordinary words of our other languages. In lower case, letters and digits alone.
 */

export const listFields = ['person', 'handle', 'channel', 'note'] as const;

/** What a column of a list can be to us. */
export type ListField = (typeof listFields)[number];

const words = (text: string): string[] => text.trim().split(/\s+/);

const headers: Readonly<Record<ListField | 'order' | 'date', readonly string[]>> = {
  person: words(`
    name fullname person people customer customername customers buyer buyername recipient recipientname shopper winner
    sentto assignedto usedby claimedby claimant receiver contact contactname member subscriber participant tester creator influencer who to issuedto givento firstname
    displayname
    namen vollername kunde kundin kundenname empfänger empfängerin gesendetan vergebenan käufer teilnehmer kontakt vorname
    nom nomcomplet client cliente destinataire acheteur participant prénom
    nombre nombrecompleto destinatario comprador participante contacto
    nome nomecompleto acquirente partecipante contatto destinatário
    naam volledigenaam klant ontvanger deelnemer voornaam
    namn fullständigtnamn kund mottagare deltagare förnamn
    imię imięinazwisko nazwa klient odbiorca uczestnik
    ad isim adsoyad adısoyadı müşteri alıcı katılımcı
    名前 氏名 お名前 顧客名 受取人 宛名 姓名 名字 客户 客户姓名 收件人 用户 用户名称 收货人
    नाम ग्राहक الاسم الإسم اسم العميل المستلم
  `),
  handle: words(`
    email emailaddress emails mail mailaddress handle username user userid screenname nickname nick account
    instagram instagramhandle tiktok tiktokhandle ighandle facebook discord telegram whatsapp phone phonenumber
    emailadresse mailadresse benutzername nutzername telefon
    adressemail adresseemail courriel adressecourriel pseudo identifiant téléphone
    correo correoelectrónico usuario nombredeusuario teléfono
    indirizzoemail nomeutente utente telefono
    emailadres gebruikersnaam epost epostadress epostadresse användarnamn
    adresemail nazwaużytkownika eposta epostaadresi kullanıcıadı endereçodeemail nomedeusuário
    メール メールアドレス ユーザー名 アカウント 邮箱 电子邮件 电子邮箱 邮箱地址 用户名 账号 微信 微信号 电话 手机
    ईमेल ईमेलपता البريدالإلكتروني بريدإلكتروني البريد اسمالمستخدم
  `),
  channel: words(`
    channel source platform medium via campaign list segment
    kanal quelle plattform canal source plateforme origen plataforma canale fonte piattaforma origem
    kanaal bron källa źródło platforma kaynak
    チャネル 媒体 経路 渠道 来源 平台 चैनल स्रोत القناة المصدر
  `),
  note: words(`
    note notes comment comments remark remarks message tag tags
    notiz notizen bemerkung bemerkungen kommentar anmerkung remarque remarques commentaire nota notas comentario
    commento comentário opmerking anteckning kommentti uwaga uwagi komentarz not açıklama yorum
    メモ 備考 备注 说明 टिप्पणी ملاحظة ملاحظات
  `),
  order: words(`
    orderid order ordernumber orderno amazonorderid amazonorder
    bestellnummer bestellung bestellid numérodecommande commande pedido númerodepedido numerodiordine ordine
    bestelnummer ordernummer numerzamówienia zamówienie siparişno siparişnumarası númerodopedido
    注文番号 订单号 订单编号 ऑर्डरआईडी رقمالطلب
  `),
  date: words(`
    date day when sent senton sentat given givenon givenout issued issuedat issuedon issueddate
    datum tag gesendetam versendetam date jour envoyéle fecha día enviado data giorno inviato
    verzondenop datum skickad data wysłano tarih gönderildi enviadoem
    日付 送付日 日期 发送日期 发放日期 तारीख التاريخ
  `),
};

/** A header's letters and digits. */
export function headerWord(cell: string): string {
  return cell
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}ー]/gu, '');
}

/** How well a header names a field: the place of its word among the field's words, the lowest the best; null for none. */
export function headerRank(cell: string, field: keyof typeof headers): number | null {
  if (cell.length > 60) return null;
  const at = headers[field].indexOf(headerWord(cell));
  return at < 0 ? null : at;
}

/** Whether a cell is a word that stands above some column. */
export function isListHeader(cell: string): boolean {
  return (Object.keys(headers) as (keyof typeof headers)[]).some((field) => headerRank(cell, field) !== null);
}
