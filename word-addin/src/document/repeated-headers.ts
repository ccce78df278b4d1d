import { bodyAt, headerFooterPlaces, type HeaderFooterPlace } from "./header-footer-place";

/** A header or footer with the place it stands in. */
export interface HeaderFooter {
  place: HeaderFooterPlace;
  body: Word.Body;
}

const noId = /^[0{}-]*$/;

/**
 * Tells the headers and footers that only repeat those of an earlier section ("link to previous") from those that are
 * to be looked at. Equal texts prove nothing, because `text` does not show text boxes; the session's id of the first
 * paragraph does, since no two paragraphs share one (`uniqueLocalId`, WordApi 1.6). Where Word's ids do not keep the
 * six bodies of one section apart, they are not believed and nothing counts as repeated.
 */
export class RepeatedHeaders {
  readonly #seen = new Set<string>();

  /** Queues the question for some sections, in document order; the answer after the sync is what each has of its own. */
  queue(sections: readonly Word.Section[]): () => HeaderFooter[][] {
    const asked = sections.map((section) =>
      headerFooterPlaces.map((place) => {
        const body = bodyAt(section, place);
        body.load("text");
        const first = body.paragraphs.getFirstOrNullObject();
        // eslint-disable-next-line office-addins/no-navigational-load -- a scalar
        first.load("uniqueLocalId");
        return { place, body, first };
      }),
    );
    return () =>
      asked.map((six) => {
        const ids = six.map(({ first }) => (first.isNullObject ? "" : first.uniqueLocalId));
        const believed = new Set(ids).size === ids.length;
        return six.filter(({ body }, index) => {
          const id = ids[index]!;
          if (!believed || noId.test(id)) return true;
          const key = `${id} ${body.text}`;
          const isNew = !this.#seen.has(key);
          this.#seen.add(key);
          return isNew;
        });
      });
  }
}
