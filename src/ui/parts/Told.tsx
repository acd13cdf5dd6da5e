import { useEffect, useState } from 'preact/hooks';
import { Notice } from './Notice';

interface ToldProps {
  told: {
    readonly tone: 'done' | 'problem' | 'warning';
    readonly text: string;
    readonly action?: { readonly label: string; readonly run: () => void };
    /** Once it resolves, this is told no more. */
    readonly over?: Promise<void> | null;
  } | null;
  testId?: string;
}

/** What the last act came to. It stands here before there is anything to tell, or screen readers would miss it. */
export function Told({ told, testId }: ToldProps) {
  const [past, setPast] = useState<ToldProps['told']>(null);
  useEffect(() => {
    if (told?.over) void told.over.then(() => setPast(told));
  }, [told]);
  return (
    <div role="status" class="cc-told">
      {told && told !== past && <Notice {...told} testId={testId} sought />}
    </div>
  );
}
