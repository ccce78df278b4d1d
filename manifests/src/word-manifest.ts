import { officeAppAttributes, officeHeader } from "./office-header";
import { paneGroup, paneResources } from "./ribbon-button";
import type { Suite } from "./suite";
import { element, type XmlElement } from "./xml-element";

/**
 * Add-in only manifest (XML) of the Word pane: Office on Windows, Mac and the web take it, LTSC included.
 * The pane itself asks for WordApi 1.3 and offers more where the host has more.
 */
export function wordManifest(suite: Suite): XmlElement {
  return element(
    "OfficeApp",
    officeAppAttributes("TaskPaneApp"),
    ...officeHeader(suite, suite.ids.word),
    element("Hosts", {}, element("Host", { Name: "Document" })),
    element(
      "Requirements",
      {},
      element("Sets", { DefaultMinVersion: "1.1" }, element("Set", { Name: "WordApi", MinVersion: "1.3" })),
    ),
    element("DefaultSettings", {}, element("SourceLocation", { DefaultValue: `${suite.origin}${suite.word.page}` })),
    element("Permissions", {}, "ReadWriteDocument"),
    element(
      "VersionOverrides",
      { xmlns: "http://schemas.microsoft.com/office/taskpaneappversionoverrides", "xsi:type": "VersionOverridesV1_0" },
      element(
        "Hosts",
        {},
        element(
          "Host",
          { "xsi:type": "Document" },
          element(
            "DesktopFormFactor",
            {},
            element(
              "ExtensionPoint",
              { "xsi:type": "PrimaryCommandSurface" },
              paneGroup("word", [
                element("TaskpaneId", {}, "genaiOfficeSuite"),
                element("SourceLocation", { resid: "Pane.Url" }),
              ]),
            ),
          ),
        ),
      ),
      paneResources(suite, suite.word),
    ),
  );
}
