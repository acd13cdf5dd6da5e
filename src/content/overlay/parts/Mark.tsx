/** The product's mark: a ticket whose sign tells the state by shape, not by colour alone. */
export function Mark({ tone }: { tone: string }) {
  const sign = signs[tone] ?? 'M9 12h6';
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path
        class="ticket"
        d="M3 7a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v2.5a2.5 2.5 0 0 0 0 5V17a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-2.5a2.5 2.5 0 0 0 0-5z"
      />
      <path class="sign" d={sign} />
    </svg>
  );
}

const signs: Record<string, string> = {
  pass: 'M8.5 12.2l2.4 2.4 4.6-5',
  fail: 'M12 8.2v4.6M12 15.6v.2',
  unread: 'M10 10.2a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1M12 15.7v.1',
  stale: 'M9 9l6 6M15 9l-6 6',
};
