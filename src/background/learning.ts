/** What the background writes of what it met on Amazon's pages. The seam of a team's build, where the log has the say. */
export { keepDrafted, learnFromAmazon, rememberOffer, rememberProduct } from '../ledger';
