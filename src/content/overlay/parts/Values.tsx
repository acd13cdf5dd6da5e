import { say } from '../../../words/say';

/** What stands in a setting, and what should; the arrow is for the eye, its meaning for the ear. */
export function Values({ have, should }: { have: string; should: string }) {
  return (
    <p class="values">
      <span class="have">{have}</span>
      {should !== '' && (
        <>
          <span class="arrow" aria-hidden="true">
            {' → '}
          </span>
          <span class="unseen">{say('shouldBe')}</span>
          <span class="should">{should}</span>
        </>
      )}
    </p>
  );
}
