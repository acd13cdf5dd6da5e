import { say } from '../../words/say';
import type { SentenceKey } from '../../words/sentences';

/** The questions that the Help page answers, with how each is asked there. */
export const helpQuestions = {
  'which-kind': 'helpWhichKind',
  'max-order-quantity': 'helpMaxOrder',
  'protect-stock': 'helpProtect',
  pausing: 'helpPausing',
  'not-used': 'helpNotUsed',
  'how-many': 'helpHowMany',
  'where-codes': 'helpWhere',
} as const satisfies Record<string, SentenceKey>;

export type HelpTopic = keyof typeof helpQuestions;

/** Leads from where a question arises to its answer. */
export function HelpLink({ topic }: { topic: HelpTopic }) {
  return (
    <a
      class="cc-learn"
      href={`#/help/${topic}`}
      aria-label={say('helpMoreOn', { question: say(helpQuestions[topic]) })}
    >
      {say('helpMore')}
    </a>
  );
}
