export { drawIcon } from "./draw-icon";
export { outlookManifest } from "./outlook-manifest";
export { defaultSuite, iconSizes, type PaneButton, type Suite } from "./suite";
export { teamsManifest } from "./teams-manifest";
export { teamsPackage } from "./teams-package";
export { validateOfficeManifest } from "./validate-office-manifest";
export { validateTeamsManifest } from "./validate-teams-manifest";
export { wordManifest } from "./word-manifest";
export { element, serializeXml, type XmlElement } from "./xml-element";
