/** One line where nothing can be given out. The seam of a team's build: codes of one's own are always there. */
export function PoolNotice(_: { href: string }) {
  return null;
}
