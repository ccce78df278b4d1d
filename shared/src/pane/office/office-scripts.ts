import { GenaiError } from "../../vocabulary";

/** A script of Office that did not come; carries the address for the administrator. */
export class OfficeScriptError extends GenaiError {
  readonly url: string;

  constructor(url: string) {
    super("host-unsupported", "a script of Office could not be loaded", { retryable: true });
    this.url = url;
  }
}

/** The addresses that the server wrote into the page, in their order. A placeholder that was not filled is no address. */
export function officeScriptUrls(page: Document): string[] {
  const content = page.querySelector<HTMLMetaElement>('meta[name="office-scripts"]')?.content ?? "";
  const urls = content.split(/\s+/).filter((url) => url !== "" && !url.startsWith("{{"));
  return [...new Set(urls)];
}

/**
 * Adds a classic script tag and waits for it. office.js finds its own folder by the `src` of a tag whose file name is
 * office.js, and loads the rest from there: it cannot be bundled or imported.
 */
function addScript(page: Document, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = page.createElement("script");
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new OfficeScriptError(url));
    };
    page.head.append(script);
  });
}

/** Loads the scripts one after the other; rejects with OfficeScriptError at the first that fails. */
export async function loadOfficeScripts(page: Document): Promise<void> {
  for (const url of officeScriptUrls(page)) await addScript(page, url);
}
