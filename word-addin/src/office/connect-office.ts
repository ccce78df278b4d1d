import { bootOffice, type OfficeSurroundings } from "@genai-office/shared/pane/office";
import type { DocumentPort } from "../document/document-port";

/** What the pane has of Word once it has booted. */
export interface OfficeConnection extends OfficeSurroundings {
  document: DocumentPort;
}

/** Boots office.js and opens the document. Rejects as `bootOffice` does. */
export async function connectOffice(page: Document): Promise<OfficeConnection> {
  const loadDocument = () => import(/* webpackChunkName: "document" */ "../document");
  const { surroundings, room } = await bootOffice(page, "Word", loadDocument);
  return { ...surroundings, document: room.createWordDocument() };
}
