interface NoticeProps {
  tone: 'done' | 'problem' | 'warning';
  text: string;
  action?: { readonly label: string; readonly run: () => void } | undefined;
  testId?: string;
}

/** A sentence on what an act came to, read out by screen readers. */
export function Notice({ tone, text, action, testId }: NoticeProps) {
  return (
    <div
      class={`cc-notice cc-notice-${tone}`}
      role={tone === 'problem' ? 'alert' : 'status'}
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
