import { createNodeOffice, type NodeOffice } from "@genai-office/office-host/node";
import { createXmldom } from "@genai-office/office-host/package/xmldom";
import { generateWordProxies } from "@genai-office/office-host/proxies";
import { createWordHost, type WordHost } from "@genai-office/office-host/word";

type NodeOfficeOptions = Parameters<typeof createNodeOffice>[0];

export interface WordInNode {
  host: WordHost;
  office: NodeOffice;
  /** Puts the former globals back. */
  dispose(): void;
}

let proxies: string | undefined;

/** The real proxies of office.js over the emulated Word, in this process, with `Word` and `Office` as globals. */
export async function openInNode(
  document: Uint8Array,
  options: Partial<Omit<NodeOfficeOptions, "root">> = {},
): Promise<WordInNode> {
  const host = await createWordHost(document, { dom: createXmldom() });
  proxies ??= generateWordProxies();
  const office = await createNodeOffice({
    root: host.root,
    documentUrl: "https://localhost/documents/%E5%A0%B1%E5%91%8A.docx",
    extensions: [proxies],
    ...options,
  });
  return { host, office, dispose: office.installGlobals() };
}
