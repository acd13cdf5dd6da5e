import type { ComponentChildren } from 'preact';

interface SentenceProps {
  /** A whole sentence that still holds the `{name}` of each part. */
  of: string;
  parts: Readonly<Record<string, ComponentChildren>>;
}

/** A sentence with more than text in it, such as a link: each language puts the part where it belongs. */
export function Sentence({ of, parts }: SentenceProps) {
  // Every second piece is the name of a place.
  return (
    <>
      {of
        .split(/\{(\w+)\}/)
        .map((piece, at) => (at % 2 === 0 ? piece : piece in parts ? parts[piece] : `{${piece}}`))}
    </>
  );
}
