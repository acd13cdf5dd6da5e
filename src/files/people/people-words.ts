/*
 * What stands above the columns of lists of people: English first, as mail, shop, and community platforms write it, then
 * ordinary words of our other languages. In lower case, letters and digits alone.
 */

export const listFields = ['person', 'surname', 'handle', 'channel', 'note'] as const;

/** What a column of a list can be to us. */
export type ListField = (typeof listFields)[number];

const words = (text: string): string[] => text.trim().split(/\s+/);

/** What stands above first names. Where no column holds last names, they are the name. */
const given = words(`
  firstname givenname forename vorname prénom nombredepila voornaam förnamn imię ad isim 名 प्रथमनाम الاسمالأول
`);

const headers = {
  person: words(`
    name fullname person people customer customername customers buyer buyername recipient recipientname shopper winner
    sentto assignedto usedby claimedby claimant receiver contact contactname member subscriber participant tester creator influencer who to issuedto givento displayname
    namen vollername kunde kundin kundenname empfänger empfängerin gesendetan vergebenan käufer teilnehmer kontakt
    nom nomcomplet client cliente destinataire acheteur participant
    nombre nombrecompleto destinatario comprador participante contacto
    nome nomecompleto acquirente partecipante contatto destinatário
    naam volledigenaam klant ontvanger deelnemer
    namn fullständigtnamn kund mottagare deltagare
    imięinazwisko nazwa klient odbiorca uczestnik
    adsoyad adısoyadı müşteri alıcı katılımcı
    名前 氏名 お名前 顧客名 受取人 宛名 姓名 名字 客户 客户姓名 收件人 用户 用户名称 收货人
    नाम ग्राहक الاسم الإسم اسم العميل المستلم
  `).concat(given),
  given,
  surname: words(`
    lastname surname familyname nachname familienname nomdefamille apellido apellidos cognome sobrenome apelido
    achternaam efternamn nazwisko soyad soyadı soyisim 姓 苗字 姓氏 उपनाम اسمالعائلة اللقب
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
} as const satisfies Readonly<Record<ListField | 'given' | 'order' | 'date', readonly string[]>>;

type HeaderField = keyof typeof headers;

/** A header's letters and digits. */
export function headerWord(cell: string): string {
  return cell
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}ー]/gu, '');
}

/** How well a header names a field: the place of its word among the field's words, the lowest the best; null for none. */
export function headerRank(cell: string, field: HeaderField): number | null {
  if (cell.length > 60) return null;
  const at = (headers[field] as readonly string[]).indexOf(headerWord(cell));
  return at < 0 ? null : at;
}

/** Whether a cell is a word that stands above some column. */
export function isListHeader(cell: string): boolean {
  return (Object.keys(headers) as HeaderField[]).some((field) => headerRank(cell, field) !== null);
}

/** The column whose header names the field best, the first of those that do so equally well; null for none. */
export function columnNamed(
  header: readonly string[] | null,
  field: HeaderField,
  taken: ReadonlySet<number>,
): number | null {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [column, cell] of (header ?? []).entries()) {
    const rank = taken.has(column) ? null : headerRank(cell, field);
    if (rank !== null && rank < least) [best, least] = [column, rank];
  }
  return best;
}

/**
 * The columns that name people. Where first names have a column of their own, the other one is the last name, whatever
 * stands above it ("Vorname, Name"); should it hold the whole name, `wholeName` says it once.
 */
export function nameColumns(
  header: readonly string[] | null,
  taken: ReadonlySet<number>,
): Readonly<Record<'person' | 'surname', number | null>> {
  const surname = columnNamed(header, 'surname', taken);
  const first = columnNamed(header, 'given', taken);
  if (first === null) return { person: columnNamed(header, 'person', taken), surname };
  return { person: first, surname: surname ?? columnNamed(header, 'person', new Set(taken).add(first)) };
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A first and a last name as one, in the order of their script; what one of them already holds stands once. */
export function wholeName(first: string, last: string): string {
  const [one, other] = [first, last].map((name) => name.normalize('NFC').toLowerCase().split(/\s+/));
  if (other?.every((word) => one?.includes(word))) return first;
  if (one?.every((word) => other?.includes(word))) return last;
  if (first === '' || last === '') return first || last;
  return eastAsian.test(first + last) ? last + first : `${first} ${last}`;
}
