/** The few calls of PouchDB that are measured; it brings no types of its own. */
declare module 'pouchdb-browser' {
  export default class PouchDB {
    constructor(name: string, options?: { auto_compaction?: boolean });
    info(): Promise<{ doc_count: number }>;
    bulkDocs(docs: readonly { _id: string }[]): Promise<unknown[]>;
  }
}
