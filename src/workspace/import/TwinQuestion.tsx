import type { Promotion } from '../../domain/promotion';

interface TwinQuestionProps {
  /** A promotion whose name is nearly the one typed. */
  twin: Promotion;
  typed: string;
  onMeant: () => void;
  onApart: () => void;
}

/** Asks before a second promotion is made that may be a slip of the keyboard. */
export function TwinQuestion({ twin, typed, onMeant, onApart }: TwinQuestionProps) {
  return (
    <div class="cc-notice cc-notice-warning" data-testid="import-twin">
      <p>
        <b>
          Did you mean {twin.name} ({twin.marketplace ?? 'store not known'})?
        </b>{' '}
        It is already here.
      </p>
      <div class="cc-row">
        <button type="button" class="cc-button cc-quiet" data-testid="twin-meant" onClick={onMeant}>
          Yes, add them to {twin.name}
        </button>
        <button type="button" class="cc-button cc-quiet" data-testid="twin-apart" onClick={onApart}>
          No, {typed} is another promotion
        </button>
      </div>
    </div>
  );
}
