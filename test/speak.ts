import { configureGlobal } from 'fast-check';
import { seedFrom } from './chance';
// As the extension's own pages do.
import './say';

configureGlobal({ seed: seedFrom('MODEL_SEED') });
