import type { EmulatedObject } from "../../rich-api/emulated-type";

/** One emulated object per document node and class, for as long as the node lives. */
export class ObjectCache {
  private readonly objects = new WeakMap<Node, Map<string, EmulatedObject>>();
  private readonly ids = new WeakMap<Node, string>();
  private readonly nodes = new Map<string, WeakRef<Node>>();

  get<T extends EmulatedObject>(node: Node, className: string, create: () => T): T {
    let byClass = this.objects.get(node);
    if (!byClass) this.objects.set(node, (byClass = new Map()));
    let object = byClass.get(className);
    if (!object) byClass.set(className, (object = create()));
    return object as T;
  }

  /** A short id for a node, the same as long as the document is open: what the wire calls `_Id`. */
  idOf(node: Node): string {
    let id = this.ids.get(node);
    if (id === undefined) {
      id = (this.nodes.size + 1).toString(16).toUpperCase().padStart(8, "0");
      this.ids.set(node, id);
      this.nodes.set(id, new WeakRef(node));
    }
    return id;
  }

  nodeOf(id: string): Node | undefined {
    return this.nodes.get(id)?.deref();
  }
}
