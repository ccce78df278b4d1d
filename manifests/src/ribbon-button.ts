import { element, type XmlElement } from "./xml-element";
import type { PaneButton, Suite } from "./suite";
import { iconUrl } from "./suite";

const buttonIcons = [16, 32, 80] as const;

/** Icons of a button, as references into the resources. */
function icon(): XmlElement {
  return element(
    "Icon",
    {},
    ...buttonIcons.map((size) => element("bt:Image", { size: String(size), resid: `Icon.${size}` })),
  );
}

/** A group on a built-in tab with the one button that opens the pane. Word wants an icon on the group, Outlook none. */
export function paneGroup(host: "word" | "outlook" | "outlookCompose", extraAction: XmlElement[] = []): XmlElement {
  return element(
    "OfficeTab",
    { id: host === "word" ? "TabHome" : "TabDefault" },
    element(
      "Group",
      { id: `${host}PaneGroup` },
      element("Label", { resid: "Group.Label" }),
      ...(host === "word" ? [icon()] : []),
      element(
        "Control",
        { "xsi:type": "Button", id: `${host}PaneButton` },
        element("Label", { resid: "Button.Label" }),
        element(
          "Supertip",
          {},
          element("Title", { resid: "Button.Label" }),
          element("Description", { resid: "Button.Tooltip" }),
        ),
        icon(),
        element("Action", { "xsi:type": "ShowTaskpane" }, ...extraAction),
      ),
    ),
  );
}

/** What the button refers to: icons, the pane's address, texts. */
export function paneResources(suite: Suite, button: PaneButton): XmlElement {
  const texts = (name: string, entries: [string, string][]) =>
    element(
      name,
      {},
      ...entries.map(([id, value]) =>
        element(name === "bt:Urls" ? "bt:Url" : "bt:String", { id, DefaultValue: value }),
      ),
    );
  return element(
    "Resources",
    {},
    element(
      "bt:Images",
      {},
      ...buttonIcons.map((size) => element("bt:Image", { id: `Icon.${size}`, DefaultValue: iconUrl(suite, size) })),
    ),
    texts("bt:Urls", [["Pane.Url", `${suite.origin}${button.page}`]]),
    texts("bt:ShortStrings", [
      ["Group.Label", button.group],
      ["Button.Label", button.label],
    ]),
    texts("bt:LongStrings", [["Button.Tooltip", button.tooltip]]),
  );
}
