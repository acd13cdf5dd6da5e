/** Opens the pool that pages work with. The one seam of a team's build, which has its own file in the place of this. */
export { openDeskPool } from './desk-pool';
export { openLocalPool as openPool } from './local-pool';
