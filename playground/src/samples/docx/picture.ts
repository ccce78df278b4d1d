import type { Parts } from "./parts";
import { escapeXml } from "./xml";

export interface Picture {
  readonly png: Uint8Array;
  readonly widthMillimetres: number;
  readonly heightMillimetres: number;
  /** What the figure shows, for people who do not see it (wp:docPr descr). */
  readonly alternative: string;
  readonly name: string;
}

const emuPerMillimetre = 36_000;

/** An inline DrawingML picture in a run (ECMA-376 part 1, 20.4.2.8). */
export function pictureXml(picture: Picture, parts: Parts): string {
  const relationship = parts.addPicture(picture.png);
  const id = parts.nextDrawingId();
  const width = Math.round(picture.widthMillimetres * emuPerMillimetre);
  const height = Math.round(picture.heightMillimetres * emuPerMillimetre);
  const name = escapeXml(picture.name);
  const drawing = "http://schemas.openxmlformats.org/drawingml/2006";
  return (
    "<w:r><w:drawing>" +
    `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/>` +
    `<wp:docPr id="${id}" name="${name}" descr="${escapeXml(picture.alternative)}"/>` +
    `<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${drawing}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
    `<a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture">` +
    `<pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr id="${id}" name="${name}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>' +
    "</w:drawing></w:r>"
  );
}
