export type { Say, SentenceKey as MessageKey } from '../../words/sentences';
