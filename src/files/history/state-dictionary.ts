/*
 * The words by which lists tell what became of their codes: English first, then ordinary words of our other languages
 * and of those in which sellers keep lists. Folded as `folded` in state-words.ts folds what is compared with them. A word
 * with “*” stands for all that begin so.
 */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Acts by which a code leaves, above a column or beside a code. */
export const actWords = words(`
  used sent given issued redeemed claimed assigned allocated distributed delivered mailed emailed shared handed taken
  consumed spent dispatched reserved
  verwendet benutzt genutzt eingelost gesendet gesandt versendet versandt verschickt geschickt vergeben ausgegeben
  herausgegeben weitergegeben ubergeben zugewiesen zugeteilt verteilt verbraucht reserviert
  utilise* envoye* distribue* donne attribue* remis consomme* reserve* expedie*
  usad* utilizad* enviad* entregad* canjead* asignad* repartid* reservad* gastad*
  usat* utilizzat* inviat* spedit* riscattat* consegnat* assegnat* distribuit*
  resgatad* distribuid* atribuid* entregue*
  gebruikt verzonden verstuurd ingewisseld uitgegeven uitgedeeld toegewezen gereserveerd
  anvand anvant anvanda skickad* skickat inlost* utdelad* utdelat utlamnad* utlamnat tilldelad* tilldelat
  uzyt* wykorzystan* wyslan* wydan* przydzielon* rozdan*
  kullanildi kullanilmis gonderildi gonderilmis verildi dagitildi
  использован* отправлен* выдан* роздан* погашен* применен* активирован*
  χρησιμοποιηθ* χρησιμοποιημεν* εσταλ* σταλθ* απεσταλ*
  مستخدم* مرسل* dasudung dagui
  canceled cancelled void voided invalid invalidated blocked leaked revoked burned burnt
  storniert gesperrt ungultig entwertet geleakt annule* annulat* annullat* anulad* anulat* cancelad* invalid*
  geannuleerd ongeldig geblokkeerd makulerad* ogiltig* anulowan* uniewaznion* iptal gecersiz
  отменен* аннулирован* недействит* заблокирован* ακυρωμεν* ακυρωθ*
`);

/** Other signs of what became of codes, which count only above a column: elsewhere they are just words. */
export const signWords = words(`
  state status statuses usage uses sending done redemption* recipient* receiver received claimant orderid
  ordernumber orderno amazonorder* expired
  erledigt fertig fait hecho fatto feito gedaan klart zrobione tamam готово
  zustand verwendung versand empfanger* ausgabe einlosung erhalten bestellnummer
  etat statut utilisation envoi destinataire* beneficiaire*
  estado envio destinatari* canje estatuto situacao situacion
  stato invio ricevente
  gebruik ontvanger* verzending
  mottagar*
  stan odbiorc* wysylk*
  durum* kullanim* gonderim* alici*
  статус* состояни* получател* кому
  κατασταση παραληπτ*
  حالة الحالة المستلم स्थिति trangthai
`);

/** Above a column they say the contrary: a mark below means that a code is still here. */
export const leftWords = words(`
  available availability left remaining unused unsent unissued unclaimed unredeemed unassigned active
  verfugbar* unbenutzt ungenutzt unverwendet
  disponib* disponiv* restant*
  beschikbaar ongebruikt tillganglig* oanvand* dostepn* nieuzyt* kullanilmadi kullanilmamis
  доступ* неиспользован* διαθεσιμ*
`);

/** Cells that say that a code is still here, whatever stands above. */
export const leftCells = words(`
  free open frei offen ubrig libre libero livre ledig ledigt wolny свободен
  new neu nuevo nouveau nouvelle nuovo novo nowy yeni новый
  notyet nochnicht pasencore todaviano nonancora aindanao nogniet inteannu jeszczenie
  none na nil
`);

/** No, as a whole cell or before an act. */
export const noWords = words(`
  no n not non none false never without
  nein nicht kein falsch nie
  faux pas
  falso nunca ninguno
  nao
  nee niet onwaar
  nej inte ej falskt
  falsz
  hayir yanlis
  нет не ложь
  οχι δεν ψευδες
  لا khong chua
`);

/** Yes, as a whole cell. */
export const yesWords = words(`
  yes y true ok ja wahr oui vrai si verdadero vero sim verdadeiro waar sant tak prawda evet dogru да истина ναι نعم co
  x v
`);

/** In scripts without blanks between words: any of these within a header. */
export const signsWithin =
  /状態|状况|狀況|状況|ステータス|作废|作廢|無効|无效|取消|キャンセル|취소|무효|使用(?!期|条件|方法|说明|說明|上|可)|利用(?!期|条件|方法|規約)|送付|送信|送り|渡し|渡す|発送|配布(?!先|元)|配付(?!先|元)|発行済|配信|引換|引き換|受取|受領|状态|狀態|[已己](?:用|发|發|送|领|領|兑|兌)|发送|發送|发放|發放|派发|派發|领取|領取|发给|發給|赠送|贈送|兑换|兌換|核销|核銷|分配|상태|사용(?!기한|기간|방법|조건)|발송|전송|전달|보낸|보냄|배포|지급|수령|받는|받은/u;
/** The same for a short cell that says that a code is out, or still here. */
export const actWithin =
  /^(?:已|己)\p{L}{1,3}$|(?:済|済み|[완]료|됨|함)$|^(?:使用中|作废|作廢|無効|无效|取消|キャンセル|사용|발송|배포|지급|취소|무효)$/u;
export const leftWithin =
  /^(?:未|没|沒|尚未|还没|還沒|[无無](?![效効法])|否|不(?![可能要得明詳详知]))|^(?:いいえ|なし)$|^(?:미|안)(?!됨|돼|상|정|확인)\p{L}|^아니[요오]$/u;
/** Above a column, as `leftWords`. */
export const leftSignWithin = /^(?:未|剩余|剩餘|残り|미사용|미발송|可用|利用可|使用可|사용\s*가능)/u;
