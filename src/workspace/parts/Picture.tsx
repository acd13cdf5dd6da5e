/** What each picture shows, on 96 by 72: lines, and what is filled softly. */
const drawings = {
  tickets: {
    soft: 'M18 20h60a4 4 0 0 1 4 4v8a6 6 0 0 0 0 12v8a4 4 0 0 1-4 4H18a4 4 0 0 1-4-4v-8a6 6 0 0 0 0-12v-8a4 4 0 0 1 4-4z',
    lines:
      'M18 20h60a4 4 0 0 1 4 4v8a6 6 0 0 0 0 12v8a4 4 0 0 1-4 4H18a4 4 0 0 1-4-4v-8a6 6 0 0 0 0-12v-8a4 4 0 0 1 4-4zM36 20v6m0 6v4m0 6v4m0 6v4M46 32h24M46 40h16',
  },
  clear: {
    soft: 'M48 10a26 26 0 1 0 0 52 26 26 0 0 0 0-52z',
    lines: 'M48 10a26 26 0 1 0 0 52 26 26 0 0 0 0-52zM36 37l8 8 17-18M14 20v8M10 24h8M82 46v8M78 50h8',
  },
  search: {
    soft: 'M42 12a20 20 0 1 0 0 40 20 20 0 0 0 0-40z',
    lines: 'M42 12a20 20 0 1 0 0 40 20 20 0 0 0 0-40zM57 47l16 15M34 32h16',
  },
  record: {
    soft: 'M30 8h28l12 12v44H30z',
    lines: 'M30 8h28l12 12v44H30zM58 8v12h12M38 30h24M38 40l4 4 7-8M54 42h8M38 54h24',
  },
} as const;

/** A picture for a place where nothing is yet; the words beside it say all. */
export function Picture({ name }: { name: keyof typeof drawings }) {
  const { soft, lines } = drawings[name];
  return (
    <svg class="picture" viewBox="0 0 96 72" aria-hidden="true" focusable="false">
      <path class="picture-soft" d={soft} />
      <path class="picture-lines" d={lines} />
    </svg>
  );
}
