import { say } from '../../words/say';
import { Logo } from './Logo';

/** In place of a whole page: why nothing can be shown. */
export function Failure({ text }: { text: string }) {
  return (
    <main class="cc-failure">
      <Logo />
      <h1>{say('failureTitle')}</h1>
      <p role="alert">{text}</p>
    </main>
  );
}
