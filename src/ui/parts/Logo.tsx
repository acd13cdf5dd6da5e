/** The mark: a claim ticket with a check. */
export function Logo() {
  return (
    <svg class="cc-logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        class="cc-logo-ticket"
        d="M4.5 3.5h23A3.5 3.5 0 0 1 31 7v4.6a4.4 4.4 0 0 0 0 8.8V25a3.5 3.5 0 0 1-3.5 3.5h-23A3.5 3.5 0 0 1 1 25v-4.6a4.4 4.4 0 0 0 0-8.8V7a3.5 3.5 0 0 1 3.5-3.5z"
      />
      <path class="cc-logo-check" d="M9.4 16.3l4.8 4.8 8.6-9.6" />
    </svg>
  );
}
