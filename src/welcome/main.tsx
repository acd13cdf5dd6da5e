import { render } from 'preact';
import { speakPage } from '../ui/page/speak-page';
import { Welcome } from './Welcome';

speakPage();
render(<Welcome />, document.getElementById('app') as HTMLElement);
