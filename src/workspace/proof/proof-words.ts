import { fixedAfterSubmit } from '../../domain/checks';
import { marketplace } from '../../domain/marketplaces';
import { overriddenIn, type Proof, type ProofLine, proofLines, shownOtherwise } from '../../domain/proof';

/** One line of a proof in words. */
export interface ProofWords {
  readonly id: string;
  readonly label: string;
  readonly state: ProofLine['state'];
  readonly verdict: string;
  readonly have: string;
  /** Amazon lets nobody change it after Submit. */
  readonly fixed: boolean;
}

/** A proof as one page that may be shown to anybody: without codes and without the account's name. */
export interface ProofSheet {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly lines: readonly ProofWords[];
  readonly passedOver: number;
}

const verdicts: Record<ProofLine['state'], string> = {
  pass: 'right',
  fail: 'not right',
  confirm: 'not shown on the form',
  unreadable: 'could not be read',
};

/** Puts a proof into words. */
export function proofSheet(proof: Proof): ProofSheet {
  const safe = (text: string) => shareable(text, proof.account);
  const overridden = overriddenIn(proof);
  const otherwise = shownOtherwise(proof);
  const submit = proof.marks.findLast(({ step }) => step === 'submit');
  const review = proof.marks.findLast(({ step }) => step === 'review');
  const facts: [string, string][] = [
    ['Tracking ID', safe(proof.trackingId) || 'not read'],
    ['Amazon’s promotion id', proof.amazonId ?? 'not known'],
    ['Store', proof.marketplace ? marketplace(proof.marketplace).name : 'not read'],
    ...(review ? ([['Review pressed', moment(review.at)]] as [string, string][]) : []),
    ['Submit pressed', submit ? moment(submit.at) : 'not seen by Claimcheck'],
    ['Found on Amazon', moment(proof.boundAt)],
  ];
  return {
    title: safe(proof.name) || safe(proof.trackingId) || 'Promotion without a name',
    facts,
    passedOver: overridden.length,
    lines: proofLines(proof).map((line) => ({
      id: line.id,
      label: safe(line.label),
      state: line.state,
      verdict: verdictOf(line, overridden.includes(line.id), safe),
      have: [
        safe(line.have),
        ...otherwise
          .filter(({ id }) => id === line.id)
          .map(({ have }) => `on the review page: ${safe(have)}`),
      ].join('; '),
      fixed: fixedAfterSubmit.includes(line.id),
    })),
  };
}

function verdictOf(line: ProofLine, overridden: boolean, safe: (text: string) => string): string {
  if (line.accepted) return `accepted on purpose: ${safe(line.accepted)}`;
  if (line.confirmed) return `confirmed by hand on ${moment(line.confirmed)}`;
  return overridden ? `${verdicts[line.state]}, passed over` : verdicts[line.state];
}

/** The sheet as plain text, for an e-mail or a chat. */
export function proofText({ title, facts, lines }: ProofSheet): string {
  return [
    `Promotion check: ${title}`,
    ...facts.map(([name, value]) => `${name}: ${value}`),
    '',
    ...lines.map(
      ({ label, verdict, have, fixed }) =>
        `${label}: ${have} (${verdict}${fixed ? '; fixed since Submit' : ''})`,
    ),
    '',
    'Kept by Claimcheck on the seller’s computer.',
  ].join('\n');
}

const code = /\b[A-Z0-9]{4}-[A-Z0-9]{6}-[A-Z0-9]{6}\b/gi;

/** A text without what is not for others: claim codes, and the account's name. */
export function shareable(text: string, account: string | null): string {
  const clean = text.replace(code, '(code left out)');
  return account?.trim() ? clean.split(account.trim()).join('(account left out)') : clean;
}

function moment(iso: string): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  );
}
