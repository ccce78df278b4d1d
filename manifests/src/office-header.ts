import { element, type XmlElement } from "./xml-element";
import { iconUrl, type Suite } from "./suite";

/** Attributes of the root element, by kind of add-in. */
export function officeAppAttributes(kind: "TaskPaneApp" | "MailApp"): Record<string, string> {
  return {
    xmlns: "http://schemas.microsoft.com/office/appforoffice/1.1",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xmlns:bt": "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
    "xsi:type": kind,
  };
}

/** The elements every add-in manifest begins with, in the order the schema wants. */
export function officeHeader(suite: Suite, id: string): XmlElement[] {
  return [
    element("Id", {}, id),
    element("Version", {}, suite.version),
    element("ProviderName", {}, suite.provider),
    element("DefaultLocale", {}, "ja-JP"),
    element("DisplayName", { DefaultValue: suite.displayName }),
    element("Description", { DefaultValue: suite.description.short }),
    element("IconUrl", { DefaultValue: iconUrl(suite, 32) }),
    element("HighResolutionIconUrl", { DefaultValue: iconUrl(suite, 64) }),
    element("SupportUrl", { DefaultValue: suite.pages.support }),
    element("AppDomains", {}, element("AppDomain", {}, suite.origin)),
  ];
}
