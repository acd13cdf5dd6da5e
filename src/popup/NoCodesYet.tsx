import { useState } from 'preact/hooks';

/** What to do first, by where the seller stands: before the promotion, or with codes at hand. */
export function NoCodesYet() {
  const [making, setMaking] = useState(false);
  return (
    <section class="first-steps">
      <h2>No codes here yet</h2>
      <p>Claimcheck checks a promotion before you submit it, then keeps count of every single-use code.</p>
      <button type="button" class="door" aria-expanded={making} onClick={() => setMaking(!making)}>
        <b>I’m making a promotion</b> <span>Check the form first</span>
      </button>
      {making && (
        <ol>
          <li>
            In Seller Central open <b>Advertising › Promotions</b> and create a <b>Percentage Off</b>{' '}
            promotion.
          </li>
          <li>
            Claimcheck’s checklist stands at the bottom right of the form. Mend what it finds, then submit.
          </li>
          <li>
            On the promotion’s page press <b>Manage claim codes</b>. When a group is Ready, press{' '}
            <b>Capture</b>.
          </li>
        </ol>
      )}
      <a class="door" href="../workspace/index.html#/">
        <b>I already have codes</b> <span>Add Amazon’s ZIP, a list, or paste them</span>
      </a>
      <p class="cc-hint">Nothing leaves this browser.</p>
    </section>
  );
}
