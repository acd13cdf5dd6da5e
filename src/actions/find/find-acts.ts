import { copyText } from '../../platform/clipboard';
import { say } from '../../words/say';
import { personActs } from '../desk/card-acts';
import type { Desk } from '../desk/desk';
import { replyOnFailing } from '../desk/message';
import type { DeskPool, Seen, WhomItWas } from '../pool';
import { type Answer, copyAnswer, type Finding, findAnswers, prepareAnswers } from './find';
import { replaceAndCopy } from './replace';

/** What the find field looks up, and what can be done to what it found. Acts give what they came to, in words. */
export function findActs(desk: Desk, pool: DeskPool) {
  let looking = new AbortController();
  const told = async (act: Promise<boolean>) => {
    await act;
    return desk.state.notice?.text ?? '';
  };
  return {
    prepare: () => prepareAnswers(pool),
    /** Looks up; what was looked up before is given up. */
    find: (text: string, shown: number): Promise<Finding> => {
      looking.abort();
      looking = new AbortController();
      const promotions = desk.state.promotions ?? [];
      return findAnswers(pool, text, { promotions, shown, stop: looking.signal });
    },
    copy: (code: string) => copyAnswer(pool, code),
    /** Copies a reply to the shopper on why the code fails. */
    copyReply: (answer: Answer): Promise<boolean> => copyText(replyOnFailing(answer)),
    markUsed: (answer: Answer, orderId: string) =>
      told(desk.markUsed(answer.promotion.id, answer.code, orderId)),
    /** What asking for the way back needs beside `takeBack`. */
    actsOf: ({ promotion, place }: Answer) => personActs(desk, promotion.id, place),
    takeBack: ({ promotion, act, place }: Answer, seen: Seen) =>
      told(desk.takeBack(promotion.id, act?.issuance ?? '', seen, place)),
    edit: ({ promotion, act, place }: Answer, whom: WhomItWas) =>
      told(desk.edit(promotion.id, act?.issuance ?? '', whom, place)),
    replace: async ({ code }: Answer) => {
      const { text } = await replaceAndCopy(pool, code);
      await desk.forgetShown();
      return text;
    },
    channels: () => desk.state.settings.channels,
    copied: (done: boolean) => say(done ? 'findCopied' : 'findReplyNotCopied'),
  };
}

/** What the find field can do. */
export type FindActs = ReturnType<typeof findActs>;
