/** For the workspace, until it takes them from where they are. */
export { masked } from '../words/format';
export { sentenceOf } from '../words/problem-words';
