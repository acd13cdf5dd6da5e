export { masked, sentenceOf } from '../words/format';
