import type { HelpTopic } from '../../ui/parts/HelpLink';
import type { SentenceKey } from '../../words/sentences';

/** What each question is answered, bit by bit. Facts about Amazon are from its help pages. */
export const answers = {
  'which-kind': ['helpWhichKind1', 'helpWhichKind2', 'helpWhichKind3'],
  'max-order-quantity': ['helpMaxOrder1', 'helpMaxOrder2', 'helpMaxOrder3'],
  'protect-stock': ['helpProtect1', 'helpProtect2'],
  pausing: ['helpPausing1', 'helpPausing2'],
  'not-used': ['helpNotUsed1', 'helpNotUsed2', 'helpNotUsed3'],
  'how-many': ['helpHowMany1', 'helpHowMany2'],
  'where-codes': ['helpWhere1'],
} as const satisfies Record<HelpTopic, readonly SentenceKey[]>;
