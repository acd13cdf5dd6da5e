import { isOurs } from '../page/read-page';
import { start } from './app';

// On Seller Central pages that are not ours to read, this one test is all that runs.
if (isOurs(new URL(location.href))) start();
