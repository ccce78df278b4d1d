import type { EmulatedObject } from "./emulated-type";

/**
 * The objects that add-ins hold on to, by reference id (`{Paragraph:3}`).
 *
 * Every proxy gets an id of its own, even for the same object: an add-in that ends one `Word.run` releases the ids of
 * that run only, while another run or a tracked object goes on using the same paragraph.
 */
export class References {
  private readonly objects = new Map<string, EmulatedObject>();
  /** Navigation proxies live as long as their parent proxy, so their id is kept with the parent's. */
  private readonly navigations = new Map<string, Map<string, string>>();
  private count = 0;

  get size(): number {
    return this.objects.size;
  }

  /** A new reference id for one proxy of the object. */
  keep(object: EmulatedObject): string {
    this.count += 1;
    const id = `{${object.emulatedType.name}:${this.count}}`;
    this.objects.set(id, object);
    return id;
  }

  /** The reference id of the navigation property `name` of the proxy with id `parent`; stable while it stays alive. */
  keepNavigation(parent: string | undefined, name: string, object: EmulatedObject): string {
    if (parent === undefined) return this.keep(object);
    const ofParent = this.navigations.get(parent) ?? new Map<string, string>();
    this.navigations.set(parent, ofParent);
    const known = ofParent.get(name);
    if (known !== undefined && this.objects.get(known) === object) return known;
    const id = this.keep(object);
    ofParent.set(name, id);
    return id;
  }

  get(id: string): EmulatedObject | undefined {
    return this.objects.get(id);
  }

  remove(id: string): void {
    this.objects.delete(id);
    this.navigations.delete(id);
  }

  removeAll(): void {
    this.objects.clear();
    this.navigations.clear();
  }
}
