/** Digits that two people read to each other, in groups as they are spoken. */
export function Digits({ digits, label }: { digits: readonly string[]; label: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: it groups no fields
    <p class="team-digits" role="group" aria-label={label} data-testid="team-digits">
      {digits.map((group, at) => (
        <span key={`${at} ${group}`}>{group} </span>
      ))}
    </p>
  );
}
