import type { Pool, PromotionWithCounts } from '../../actions/pool';
import { worstTogether } from '../../domain/costs/adding-up';
import { exposureOf, moneyAtStake } from '../../domain/costs/exposure';
import { Sentence } from '../../ui/parts/Sentence';
import { nameOf } from '../../ui/promotion/promotion-model';
import { listed, money } from '../../words/format';
import { inWords } from '../../words/problem-words';
import { say } from '../../words/say';
import { planHref } from '../parts/route';
import { useRead } from '../parts/use-read';

/** ASINs named in one sentence. */
const mostNamed = 3;

interface CostsBesideProps {
  pool: Pool;
  item: PromotionWithCounts;
  /** The seller's own highest max order quantity. */
  orderLimit: number;
}

/** What a promotion can cost beside its own codes: by a multi-use code, and together with others on the same products. */
export function CostsBeside({ pool, item, orderLimit }: CostsBesideProps) {
  const { promotion, counts } = item;
  const { id } = promotion;
  const { value } = useRead(pool.onChange, `costs ${id}`, () => pool.costsBeside(id, Date.now()));
  if (!value) return null;
  const mine = exposureOf(promotion, counts, orderLimit, value.kind);
  return (
    <>
      {value.kind !== 'single-use' && (
        <p class="cc-money" data-testid="money-multi">
          {inWords(moneyAtStake(mine))}
          {value.kind === 'multi-use' && (
            <>
              {' '}
              <a href={planHref()}>{say('helpProtectPlan')}</a>
            </>
          )}
        </p>
      )}
      {value.addsUp.map((other) => {
        const theirs = exposureOf(other.promotion, other.counts, orderLimit, other.kind);
        const loss = worstTogether(mine, theirs);
        const places = {
          promotion: '{promotion}',
          products: listed(other.products.slice(0, mostNamed)),
        };
        const sum = loss === null ? '' : money(loss, promotion.marketplace, true);
        return (
          <p key={other.promotion.id} class="cc-money" data-testid="adds-up">
            <Sentence
              of={sum ? say('stakeAddsUp', { ...places, money: sum }) : say('stakeAddsUpNoSum', places)}
              parts={{
                promotion: (
                  <a href={`#/promotion/${encodeURIComponent(other.promotion.id)}`}>
                    {nameOf(other.promotion)}
                  </a>
                ),
              }}
            />
          </p>
        );
      })}
    </>
  );
}
