import type { Pool } from '../../actions/pool';
import type { Promotion } from '../../domain/promotion';
import { changedSince, overriddenIn, type Proof, unsafeNow } from '../../domain/proof';
import { isProofOf } from '../../domain/proof-of';
import { Notice } from '../../ui/parts/Notice';
import { shortTime } from '../../words/format';
import { say, sayCount } from '../../words/say';
import { useRead } from '../parts/use-read';

/** The proofs kept of one promotion, or of all. Nothing where there is none, but for the page of all. */
export function ProofList({ pool, promotion = null }: { pool: Pool; promotion?: Promotion | null }) {
  const key = promotion ? `${promotion.id} ${promotion.amazonIds} ${promotion.trackingId}` : 'all';
  const { value, problem } = useRead(pool.onChange, `proofs ${key}`, () => pool.listProofs());
  if (problem) return <Notice tone="problem" text={problem} />;
  const proofs = value?.filter((proof) => promotion === null || isProofOf(proof, promotion)) ?? [];
  if (promotion && proofs.length === 0) return null;
  return (
    <section class="panel" aria-labelledby={promotion ? 'proofs-title' : 'page-title'}>
      {promotion && <h2 id="proofs-title">{say('proofTitle')}</h2>}
      {value && proofs.length === 0 && <p class="cc-hint">{say('proofsNone')}</p>}
      <ul class="proofs">
        {proofs.map((proof) => (
          <li key={proof.id}>
            <a href={`#/proof/${encodeURIComponent(proof.id)}`} data-testid="proof-open">
              {promotion
                ? say(proof.form || proof.review ? 'proofOpen' : 'proofOpenShown')
                : proof.name || proof.trackingId || say('proofNameless')}
            </a>
            <p class="cc-hint">{whenWords(proof)}</p>
            {standingOf(proof) && <p class="proof-standing">{standingOf(proof)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the promotion's own page shows that the seller should know of; empty where all is as it was submitted. */
function standingOf(proof: Proof): string {
  if (unsafeNow(proof).length > 0) return say('proofListUnsafe');
  return changedSince(proof).length > 0 ? say('proofListChanged') : '';
}

function whenWords(proof: Proof): string {
  const time = shortTime(proof.marks.at(-1)?.at ?? proof.boundAt);
  const over = overriddenIn(proof).length;
  return over > 0 ? sayCount('proofPassedOver', over, { time }) : time;
}
