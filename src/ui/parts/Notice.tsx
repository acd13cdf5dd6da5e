import { useEffect, useRef } from 'preact/hooks';

interface NoticeProps {
  tone: 'done' | 'problem' | 'warning';
  text: string;
  action?: { readonly label: string; readonly run: () => void } | undefined;
  testId?: string | undefined;
  /** The seller has just asked for it: it comes into view. */
  sought?: boolean;
}

/** A sentence that stands out. Problems are read out by screen readers at once. */
export function Notice({ tone, text, action, testId, sought = false }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sought) box.current?.scrollIntoView({ block: 'nearest' });
  }, [text, sought]);
  return (
    <div
      ref={box}
      class={`cc-notice cc-notice-${tone}`}
      role={tone === 'problem' ? 'alert' : undefined}
      data-testid={testId}
    >
      <p>{text}</p>
      {action && (
        <button type="button" class="cc-button cc-quiet" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
