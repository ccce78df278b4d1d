import { officeAppAttributes, officeHeader } from "./office-header";
import { paneGroup, paneResources } from "./ribbon-button";
import type { Suite } from "./suite";
import { element, type XmlElement } from "./xml-element";

const overrides = "http://schemas.microsoft.com/office/mailappversionoverrides";

/**
 * Add-in only manifest (XML) of the Outlook pane, for reading and for writing messages. XML, because the unified manifest is
 * not supported by Outlook on Mac (office-pitfalls 1.1). `ReadWriteItem` is what inserting a draft into the message that is
 * being written needs; nothing here lets the add-in read other items or send.
 */
export function outlookManifest(suite: Suite): XmlElement {
  const page = `${suite.origin}${suite.outlook.page}`;
  return element(
    "OfficeApp",
    officeAppAttributes("MailApp"),
    ...officeHeader(suite, suite.ids.outlook),
    element("Hosts", {}, element("Host", { Name: "Mailbox" })),
    element("Requirements", {}, element("Sets", {}, element("Set", { Name: "Mailbox", MinVersion: "1.5" }))),
    element("FormSettings", {}, form("ItemRead", page), form("ItemEdit", page)),
    element("Permissions", {}, "ReadWriteItem"),
    element(
      "Rule",
      { "xsi:type": "RuleCollection", Mode: "Or" },
      element("Rule", { "xsi:type": "ItemIs", ItemType: "Message", FormType: "Read" }),
      element("Rule", { "xsi:type": "ItemIs", ItemType: "Message", FormType: "Edit" }),
    ),
    element("DisableEntityHighlighting", {}, "true"),
    // Outlook takes the newest set of overrides that it knows: the first is for those that cannot pin.
    element(
      "VersionOverrides",
      { xmlns: overrides, "xsi:type": "VersionOverridesV1_0" },
      ...surfaces(suite, false),
      element(
        "VersionOverrides",
        { xmlns: `${overrides}/1.1`, "xsi:type": "VersionOverridesV1_1" },
        ...surfaces(suite, true),
      ),
    ),
  );
}

/** Page of the classic form; required, though every Outlook of today takes the overrides. */
function form(type: "ItemRead" | "ItemEdit", page: string): XmlElement {
  const height = type === "ItemRead" ? [element("RequestedHeight", {}, "450")] : [];
  return element(
    "Form",
    { "xsi:type": type },
    element("DesktopSettings", {}, element("SourceLocation", { DefaultValue: page }), ...height),
  );
}

/** The button over a message that is read and over one that is written, and what it refers to. */
function surfaces(suite: Suite, pins: boolean): XmlElement[] {
  const source = element("SourceLocation", { resid: "Pane.Url" });
  // Only the pane of a message that is read can be pinned.
  const pinning = pins ? [element("SupportsPinning", {}, "true")] : [];
  return [
    element(
      "Requirements",
      {},
      element("bt:Sets", { DefaultMinVersion: "1.5" }, element("bt:Set", { Name: "Mailbox" })),
    ),
    element(
      "Hosts",
      {},
      element(
        "Host",
        { "xsi:type": "MailHost" },
        element(
          "DesktopFormFactor",
          {},
          element(
            "ExtensionPoint",
            { "xsi:type": "MessageReadCommandSurface" },
            paneGroup("outlook", [source, ...pinning]),
          ),
          element(
            "ExtensionPoint",
            { "xsi:type": "MessageComposeCommandSurface" },
            paneGroup("outlookCompose", [source]),
          ),
        ),
      ),
    ),
    paneResources(suite, suite.outlook),
  ];
}
