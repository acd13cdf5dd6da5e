/** Why nothing can be given out here for good, in words. The seam of a team's build: codes of one's own always can. */
export function useGivingStopped(): string | null {
  return null;
}
