/** One try to give out codes, under a name that no other try has. */
export interface Attempt {
  readonly to: string;
  readonly wanted: number;
  /**
   * - 'shown': these codes were on a member's screen.
   * - 'refused': the member was told that nothing was given out.
   * - 'unsure': the member was told that nobody knows, or its page was gone before it could be told.
   */
  readonly end: 'shown' | 'refused' | 'unsure';
  readonly codes: readonly string[];
}

/** What one member's copy says at the end. */
export interface Copy {
  readonly member: string;
  readonly checksum: string;
  readonly faults: readonly string[];
  /** Whom each code went to, '' for nobody, in the order of the import. */
  readonly to: Readonly<Record<string, string>>;
}

/** What came of a race, by what members saw and what their copies say. Everything but the first four must be empty. */
export interface Verdict {
  /** Codes that were on somebody's screen, and how many different ones. */
  readonly shown: number;
  readonly distinct: number;
  /** Acts that nobody was told of and that were done all the same, and such that were not. */
  readonly unsureDone: number;
  readonly unsureNot: number;
  /** Codes that were shown to two. */
  readonly doubles: readonly string[];
  /** Codes that were shown to somebody, of whom the copy doesn't know it. */
  readonly lost: readonly string[];
  /** Codes that are out, of which nobody was shown anything and nobody was in doubt; or too many of one act. */
  readonly strays: readonly string[];
  /** Codes that were passed over: still there, though a later one is out. */
  readonly gaps: readonly string[];
  /** Members whose copy isn't like the first one's, or finds faults with itself. */
  readonly unlike: readonly string[];
}

/** Judges a race. */
export function judge(attempts: readonly Attempt[], copies: readonly Copy[]): Verdict {
  const [first] = copies;
  if (!first) throw new Error('no copy');
  const to = new Map(Object.entries(first.to));
  const shown = attempts.filter(({ end }) => end === 'shown').flatMap(({ codes }) => codes);
  const seen = new Set<string>();
  const doubles = shown.filter((code) => seen.size === seen.add(code).size);
  const out = new Map<string, string[]>();
  for (const [code, name] of to) if (name !== '') out.set(name, [...(out.get(name) ?? []), code]);
  const byName = new Map(attempts.map((attempt) => [attempt.to, attempt]));
  const lost = attempts.flatMap(({ to: name, codes }) => codes.filter((code) => to.get(code) !== name));
  const strays = [...out].flatMap(([name, codes]) => {
    const attempt = byName.get(name);
    const fits = attempt && attempt.end !== 'refused' && codes.length === attempt.wanted;
    return fits ? [] : codes.map((code) => `${code} to ${name}`);
  });
  const all = [...to];
  const last = all.findLastIndex(([, name]) => name !== '');
  const gaps = all.slice(0, last + 1).flatMap(([code, name]) => (name === '' ? [code] : []));
  const unsure = attempts.filter(({ end }) => end === 'unsure');
  const unsureDone = unsure.filter(({ to: name }) => out.has(name)).length;
  return {
    ...{ shown: shown.length, distinct: seen.size, unsureDone, unsureNot: unsure.length - unsureDone },
    ...{ doubles, lost, strays, gaps },
    unlike: copies
      .filter(({ checksum, faults }) => checksum !== first.checksum || faults.length > 0)
      .map(({ member, faults }) => [member, ...faults].join(': ')),
  };
}

/** Whether nothing went wrong. */
export function isClean({ doubles, lost, strays, gaps, unlike }: Verdict): boolean {
  return [doubles, lost, strays, gaps, unlike].every((each) => each.length === 0);
}
