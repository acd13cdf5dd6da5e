import type { Promotion } from '../../domain/promotion';
import { OnAmazon } from '../parts/OnAmazon';

/** A promotion that is known from Amazon's pages, whose codes are still to come. */
export function NotCaptured({ promotion }: { promotion: Promotion }) {
  return (
    <div class="cc-next-step" data-testid="not-captured">
      <p>
        <b>No codes captured yet.</b>
      </p>
      <p>
        On Amazon open this promotion and press <b>Manage claim codes</b>. When a group is Ready, press{' '}
        <b>Capture</b>, or drop Amazon’s ZIP into Claimcheck’s workspace.
        <OnAmazon promotion={promotion} />
      </p>
    </div>
  );
}
