import browser from 'webextension-polyfill';

/** The browser's extension APIs, the same promises in every browser. The only import of the polyfill. */
export { browser };
