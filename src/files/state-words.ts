import type { ToldState } from '../domain/code-file';

/** What stands above such a column, letters only and in lower case; English first, then ordinary words of our other languages. */
const headers = [
  ...[
    'state',
    'status',
    'used',
    'sent',
    'given',
    'issued',
    'redeemed',
    'claimed',
    'assigned',
    'distributed',
    'delivered',
  ],
  ...[
    'sentto',
    'sentat',
    'senton',
    'datesent',
    'sentdate',
    'givento',
    'givenout',
    'givenoutto',
    'issuedto',
    'issuedat',
  ],
  ...[
    'usedby',
    'usedat',
    'usedon',
    'dateused',
    'useddate',
    'redeemedat',
    'redeemedby',
    'codestatus',
    'codestate',
  ],
  ...['isused', 'issent', 'alreadyused', 'alreadysent', 'recipient', 'assignedto', 'claimedby', 'available'],
  ...[
    'zustand',
    'verwendet',
    'benutzt',
    'eingelöst',
    'gesendet',
    'versendet',
    'verschickt',
    'vergeben',
    'ausgegeben',
    'empfänger',
  ],
  ...[
    'état',
    'etat',
    'statut',
    'utilisé',
    'utilise',
    'envoyé',
    'envoye',
    'envoyéà',
    'distribué',
    'destinataire',
  ],
  ...['estado', 'usado', 'utilizado', 'enviado', 'enviadoa', 'entregado', 'canjeado', 'destinatario'],
  ...['stato', 'usato', 'utilizzato', 'inviato', 'inviatoa', 'spedito', 'riscattato'],
  ...['estatuto', 'situação', 'enviadopara', 'resgatado', 'destinatário', 'entregue'],
  ...['gebruikt', 'verzonden', 'verstuurd', 'ingewisseld', 'ontvanger'],
  ...['använd', 'skickad', 'skickat', 'mottagare', 'inlöst'],
  ...['stan', 'użyty', 'wykorzystany', 'wysłany', 'wysłano', 'odbiorca'],
  ...['durum', 'kullanıldı', 'gönderildi', 'alıcı'],
  ...[
    '状態',
    'ステータス',
    '使用済み',
    '使用',
    '送付',
    '送付済み',
    '送信',
    '送信済み',
    '配布',
    '配布済み',
    '送付先',
  ],
  ...['状态', '狀態', '已使用', '已发送', '已發送', '已发放', '使用状态', '发送状态', '领取', '发放对象'],
  ...['상태', '사용', '사용여부', '발송', '발송여부', '전송'],
  ...['الحالة', 'مستخدم', 'स्थिति', 'trạngthái', 'đãgửi', 'đãsửdụng'],
];
const known = new Set(headers);

/** Cells that say that a code is still here, where the column's header does not say the contrary. */
const left = new Set(
  [
    ...[
      'available',
      'left',
      'new',
      'unused',
      'notused',
      'notsent',
      'unsent',
      'open',
      'free',
      'no',
      'n',
      'false',
      'notyet',
      'active',
    ],
    ...[
      'verfügbar',
      'frei',
      'offen',
      'nein',
      'unbenutzt',
      'neu',
      'disponible',
      'non',
      'libre',
      'no',
      'nuevo',
      'nouveau',
    ],
    ...[
      'disponibile',
      'nuovo',
      'disponível',
      'não',
      'beschikbaar',
      'nee',
      'ledig',
      'nej',
      'dostępny',
      'nie',
      'hayır',
    ],
    ...[
      '未使用',
      '未送付',
      '未送信',
      '未配布',
      '未发送',
      '未發送',
      '未发放',
      '否',
      'いいえ',
      '미사용',
      '미발송',
    ],
  ].map(bare),
);

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]/gu, '');
}

/** True for a cell that names a column of what became of codes, e.g. "Status", "Sent to", "Used?". */
export function isStateHeader(cell: string): boolean {
  return cell.length <= 40 && known.has(bare(cell));
}

/** What one row says of its code, by the cells of those columns. Nothing said in any of them means left. */
export function toldState(cells: readonly string[]): ToldState {
  const said = cells.map((cell) => cell.trim().slice(0, 100)).filter((cell) => !/^[-–—/0.]*$/.test(cell));
  if (said.length === 0) return 'left';
  return said.every((cell) => left.has(bare(cell))) ? 'left' : 'out';
}
