export interface Place {
  readonly id: "word" | "mail" | "teams";
  readonly href: string;
  readonly label: string;
  /** Where the header is narrow. */
  readonly shortLabel: string;
}

/** The places of the playground, in the order of the navigation. */
export const places: readonly Place[] = [
  { id: "word", href: "/", label: "Word 文書", shortLabel: "Word" },
  { id: "mail", href: "/mail", label: "Outlook メール", shortLabel: "Outlook" },
  { id: "teams", href: "/teams", label: "Teams チャット", shortLabel: "Teams" },
];

/** Draws the navigation between the places into the header. */
export function drawPlaces(navigation: HTMLElement, here: Place["id"]): void {
  navigation.replaceChildren(
    ...places.map(({ id, href, label, shortLabel }) => {
      const link = document.createElement("a");
      link.href = href;
      link.title = label;
      const rest = document.createElement("span");
      rest.textContent = label.slice(shortLabel.length);
      link.append(shortLabel, rest);
      if (id === here) link.setAttribute("aria-current", "page");
      return link;
    }),
  );
}
