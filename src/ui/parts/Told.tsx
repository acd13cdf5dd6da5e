import { Notice } from './Notice';

interface ToldProps {
  told: {
    readonly tone: 'done' | 'problem' | 'warning';
    readonly text: string;
    readonly action?: { readonly label: string; readonly run: () => void };
  } | null;
  testId?: string;
}

/** What the last act came to. It stands here before there is anything to tell, or screen readers would miss it. */
export function Told({ told, testId }: ToldProps) {
  return (
    <div role="status" class="cc-told">
      {told && <Notice {...told} testId={testId} sought />}
    </div>
  );
}
