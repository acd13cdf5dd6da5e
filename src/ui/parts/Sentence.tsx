import type { ComponentChildren } from 'preact';

interface SentenceProps {
  /** As `say` gives it, with the places still in it that are filled here: `{name}`. */
  of: string;
  parts: Readonly<Record<string, ComponentChildren>>;
}

/** A sentence with more than text in it: its places are filled wherever the language puts them. */
export function Sentence({ of, parts }: SentenceProps) {
  // The names of the places stand at every second spot.
  return <>{of.split(/\{(\w+)\}/).map((text, at) => (at % 2 === 0 ? text : (parts[text] ?? `{${text}}`)))}</>;
}
