import { fixedAfterSubmit } from '../../domain/checks';
import { marketplace } from '../../domain/marketplaces';
import {
  changedSince,
  overriddenIn,
  type Proof,
  type ProofLine,
  proofLines,
  shownOtherwise,
  unsafeNow,
} from '../../domain/proof';
import { moment } from '../../words/format';
import { say } from '../../words/say';
import type { SentenceKey } from '../../words/sentences';

/** One line of a proof in words. */
export interface ProofWords {
  readonly id: string;
  readonly label: string;
  readonly state: ProofLine['state'];
  readonly verdict: string;
  readonly have: string;
  /** What the promotion's own page showed after Submit; null where it didn't tell. */
  readonly shown: string | null;
  /** It is not what was submitted, or wrong. */
  readonly amiss: boolean;
  /** Amazon lets nobody change it after Submit. */
  readonly fixed: boolean;
}

/** A proof as one page that may be shown to anybody: without codes and without the account's name. */
export interface ProofSheet {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly lines: readonly ProofWords[];
  readonly passedOver: number;
  /** A form was seen, and not only the promotion's own page. */
  readonly hasForm: boolean;
  /** What the promotion's own page shows otherwise than it was submitted, and what stands wrong there. */
  readonly changed: readonly string[];
  readonly unsafe: readonly string[];
}

const verdicts = {
  pass: { plain: 'proofPass', over: 'proofPassOver' },
  fail: { plain: 'proofFail', over: 'proofFailOver' },
  confirm: { plain: 'proofConfirm', over: 'proofConfirmOver' },
  unreadable: { plain: 'proofUnreadable', over: 'proofUnreadableOver' },
} as const satisfies Record<ProofLine['state'], { plain: SentenceKey; over: SentenceKey }>;

/** Puts a proof into words. */
export function proofSheet(proof: Proof): ProofSheet {
  const safe = (text: string) => shareable(text, proof.account);
  const overridden = overriddenIn(proof);
  const otherwise = shownOtherwise(proof);
  const amiss = new Set([...changedSince(proof), ...unsafeNow(proof)].map(({ id }) => id));
  const shownOf = ({ id }: ProofLine) => {
    const line = proof.shown?.lines.find((each) => each.id === id && each.state !== 'unreadable');
    return line ? safe(line.have) : null;
  };
  const submit = proof.marks.findLast(({ step }) => step === 'submit');
  const review = proof.marks.findLast(({ step }) => step === 'review');
  const facts: [string, string][] = [
    [say('proofTrackingId'), safe(proof.trackingId) || say('proofNotRead')],
    [say('proofAmazonId'), proof.amazonId ?? say('proofNotKnown')],
    [say('proofStore'), proof.marketplace ? marketplace(proof.marketplace).name : say('proofNotRead')],
    ...(review ? ([[say('proofReviewed'), moment(review.at)]] as [string, string][]) : []),
    [say('proofSubmitted'), submit ? moment(submit.at) : say('proofNotSeen')],
    [say('proofFound'), moment(proof.boundAt)],
    ...(proof.shown ? ([[say('proofShownAt'), moment(proof.shown.at)]] as [string, string][]) : []),
  ];
  return {
    title: safe(proof.name) || safe(proof.trackingId) || say('proofNameless'),
    facts,
    passedOver: overridden.length,
    hasForm: (proof.form ?? proof.review) !== null,
    changed: changedSince(proof).map(({ label }) => safe(label)),
    unsafe: unsafeNow(proof).map(({ label }) => safe(label)),
    lines: proofLines(proof).map((line) => ({
      id: line.id,
      label: safe(line.label),
      state: line.state,
      verdict: verdictOf(line, overridden.includes(line.id), safe),
      have: [
        safe(line.have),
        ...otherwise
          .filter(({ id }) => id === line.id)
          .map(({ have }) => say('proofOnReview', { value: safe(have) })),
      ].join('; '),
      shown: shownOf(line),
      amiss: amiss.has(line.id),
      fixed: fixedAfterSubmit.includes(line.id),
    })),
  };
}

function verdictOf(line: ProofLine, overridden: boolean, safe: (text: string) => string): string {
  if (line.accepted) return say('proofAccepted', { reason: safe(line.accepted) });
  if (line.confirmed) return say('proofConfirmed', { time: moment(line.confirmed) });
  return say(verdicts[line.state][overridden ? 'over' : 'plain']);
}

/** The sheet as plain text, for an e-mail or a chat. */
export function proofText({ title, facts, lines }: ProofSheet): string {
  return [
    say('proofTextTitle', { promotion: title }),
    ...facts.map(([fact, value]) => say('proofTextFact', { fact, value })),
    '',
    ...lines.map(({ label, verdict, have, fixed }) =>
      say(fixed ? 'proofTextFixed' : 'proofTextLine', { setting: label, value: have, state: verdict }),
    ),
    '',
    say('proofTextEnd'),
  ].join('\n');
}

const code = /\b[A-Z0-9]{4}-[A-Z0-9]{6}-[A-Z0-9]{6}\b/gi;

/** A text without what is not for others: claim codes, and the account's name. */
export function shareable(text: string, account: string | null): string {
  const clean = text.replace(code, say('proofCodeHidden'));
  return account?.trim() ? clean.split(account.trim()).join(say('proofAccountHidden')) : clean;
}
