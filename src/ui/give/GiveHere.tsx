import { GiveNext, type GiveNextProps } from './GiveNext';

/** Giving out the next code. The seam of a team's build, where codes may have to be taken along to be given out. */
export function GiveHere(props: GiveNextProps) {
  return <GiveNext {...props} />;
}
