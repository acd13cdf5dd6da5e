import catalogue from '../../public/_locales/en/messages.json';

/** Every sentence, for the extension's own pages; the build puts in its place what is said alone. */
export { catalogue };
