import type { ComponentChildren } from 'preact';

interface Props {
  readonly title: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A folded part. Unfolded at the panel's end it would be out of sight, so it comes into it. */
export function Fold({ title, children, ...rest }: Props) {
  return (
    <details
      {...rest}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' });
      }}
    >
      <summary>{title}</summary>
      {children}
    </details>
  );
}
