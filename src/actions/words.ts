/** For the workspace, until it takes them from where they are. */
export { masked, sentenceOf } from '../words/format';
