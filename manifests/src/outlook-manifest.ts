import { officeAppAttributes, officeHeader } from "./office-header";
import { paneGroup, paneResources } from "./ribbon-button";
import type { Suite } from "./suite";
import { element, type XmlElement } from "./xml-element";

/**
 * Add-in only manifest (XML) of the Outlook pane for reading messages. XML, because the unified manifest is not
 * supported by Outlook on Mac (office-pitfalls 1.1). The pane only reads the open item.
 */
export function outlookManifest(suite: Suite): XmlElement {
  const page = `${suite.origin}${suite.outlook.page}`;
  const mailboxSet = element("bt:Sets", { DefaultMinVersion: "1.5" }, element("bt:Set", { Name: "Mailbox" }));
  return element(
    "OfficeApp",
    officeAppAttributes("MailApp"),
    ...officeHeader(suite, suite.ids.outlook),
    element("Hosts", {}, element("Host", { Name: "Mailbox" })),
    element("Requirements", {}, element("Sets", {}, element("Set", { Name: "Mailbox", MinVersion: "1.5" }))),
    element(
      "FormSettings",
      {},
      element(
        "Form",
        { "xsi:type": "ItemRead" },
        element(
          "DesktopSettings",
          {},
          element("SourceLocation", { DefaultValue: page }),
          element("RequestedHeight", {}, "450"),
        ),
      ),
    ),
    element("Permissions", {}, "ReadItem"),
    element(
      "Rule",
      { "xsi:type": "RuleCollection", Mode: "Or" },
      element("Rule", { "xsi:type": "ItemIs", ItemType: "Message", FormType: "Read" }),
    ),
    element("DisableEntityHighlighting", {}, "true"),
    element(
      "VersionOverrides",
      { xmlns: "http://schemas.microsoft.com/office/mailappversionoverrides", "xsi:type": "VersionOverridesV1_0" },
      element("Requirements", {}, mailboxSet),
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
              paneGroup("outlook", [element("SourceLocation", { resid: "Pane.Url" })]),
            ),
          ),
        ),
      ),
      paneResources(suite, suite.outlook),
    ),
  );
}
