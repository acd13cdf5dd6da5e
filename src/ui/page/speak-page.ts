import { catalogue } from '../../words/catalogue';
import { direction, language, speak } from '../../words/say';

/** Has one of the extension's own pages speak the catalogue's language, and say so to the browser and to screen readers. */
export function speakPage(): void {
  speak(catalogue);
  document.documentElement.lang = language();
  document.documentElement.dir = direction();
}
