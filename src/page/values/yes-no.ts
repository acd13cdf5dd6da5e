import { plain } from './text';

/**
 * What says on and off, as every dictionary has it: no wording of Amazon's that would have to be
 * confirmed. By language: English, German, French, Italian, Spanish, Japanese, Chinese, Portuguese, Dutch,
 * Polish, Swedish, Turkish, Arabic, Hindi.
 */
const on = `yes|on|enabled|enable|active|activate|activated|show|shown|visible|switch on|turn on|switched on|turned on
ja|an|ein|aktiv|aktiviert|aktivieren|anzeigen|einschalten
oui|activé|activer|afficher
sì|si|attivo|attiva|attivato|mostra
sí|activado|activar|mostrar
はい|オン|有効|有効にする|表示|表示する|する
是|开|开启|启用|显示|開啟|啟用|顯示
sim|ativado|ativar|exibir
aan|ingeschakeld|inschakelen|tonen|weergeven
tak|włączone|włącz|pokaż|wyświetl
på|aktiverad|aktivera|visa
evet|açık|etkin|göster
نعم|تشغيل|مفعل|تفعيل|إظهار
हाँ|हां|चालू|सक्षम|दिखाएं|दिखाएँ`;

const off = `no|off|disabled|disable|inactive|deactivate|deactivated|hide|hidden|switch off|turn off|switched off|turned off|switch it off|turn it off|switch this off|turn this off|don't show|do not show|not shown
nein|aus|inaktiv|deaktiviert|deaktivieren|ausblenden|verbergen|nicht anzeigen|ausschalten|abschalten
non|désactivé|désactiver|masquer|ne pas afficher|cacher
disattivo|disattiva|disattivato|nascondi|non mostrare
desactivado|desactivar|ocultar|no mostrar
いいえ|オフ|無効|無効にする|非表示|非表示にする|表示しない|しない
否|关|关闭|禁用|停用|隐藏|不显示|關閉|停用|隱藏|不顯示
não|desativado|desativar|não exibir|não mostrar
nee|uit|uitgeschakeld|uitschakelen|verbergen|niet tonen|niet weergeven
nie|wyłączone|wyłącz|ukryj|nie pokazuj|nie wyświetlaj
nej|av|inaktiverad|inaktivera|dölj|visa inte
hayır|kapalı|devre dışı|gizle|gösterme
لا|إيقاف|معطل|تعطيل|إخفاء
नहीं|बंद|अक्षम|छिपाएं|छिपाएँ|छुपाएं`;

const said = new Map<string, boolean>();
for (const [words, value] of [
  [on, true],
  [off, false],
] as const)
  for (const word of words.split(/[|\n]/)) said.set(plain(word), value);

/** What a text says of a thing that is on or off; null where it says neither. */
export function onOrOff(text: string): boolean | null {
  const shown = plain(text);
  // "Yes, limit it": what follows a comma or a dash explains.
  return said.get(shown) ?? said.get(plain(/^([^,;:–—-]+)[,;:–—-]/.exec(text)?.[1] ?? '')) ?? null;
}
