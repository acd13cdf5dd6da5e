import type { Promotion } from '../../domain/promotion';
import { addressOnAmazon } from '../../page/site/addresses';
import { say } from '../../words/say';

/** The way to the promotion's own page on Amazon, where it is known. */
export function OnAmazon({ promotion }: { promotion: Promotion }) {
  const address = addressOnAmazon(promotion);
  if (address === null) return null;
  return (
    <>
      {' '}
      <a href={address} target="_blank" rel="noreferrer" data-testid="on-amazon">
        {say('onAmazonLink')}
      </a>
    </>
  );
}
