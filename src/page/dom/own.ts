const own = new WeakSet<Node>();

/** What we put on the page ourselves: known by the node, for a page may give the same name or sign to what is its own. */
export function isOwn(node: Node): boolean {
  return own.has(node);
}

export function markOwn(node: Node): void {
  own.add(node);
}
