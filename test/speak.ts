// As the extension's own pages do.
import './say';
