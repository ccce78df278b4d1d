/** A bare element: office.js creates a few at load and looks at nothing of them. */
function element() {
  return {
    style: {},
    setAttribute: () => undefined,
    appendChild: () => undefined,
    addEventListener: () => undefined,
  };
}

function storage() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    key: (index: number) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
}

/**
 * The globals that `word-web-*.js` needs to load outside a browser: a page without a document, and the namespaces that
 * office.js itself would have made before. Errors, promises and dates are those of the caller, so that `instanceof`
 * holds on both sides.
 */
export function createPageGlobals(documentUrl: string): Record<string, unknown> {
  const location = new URL("https://localhost/taskpane.html");
  // word-web replaces `Office.context` by a getter that asks the application factory.
  const officeContext = { document: { url: documentUrl }, platform: "OfficeOnline", host: "Word" };
  const page: Record<string, unknown> = {
    Promise,
    Error,
    TypeError,
    RangeError,
    Date,
    console,
    performance,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    URL,
    TextEncoder,
    TextDecoder,
    location,
    navigator: { userAgent: "Node" },
    history: {},
    sessionStorage: storage(),
    localStorage: storage(),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    document: {
      domain: location.hostname,
      head: element(),
      body: element(),
      createElement: element,
      getElementsByTagName: () => [],
      addEventListener: () => undefined,
      scripts: [],
      readyState: "complete",
      cookie: "",
    },
    Office: { context: officeContext },
    Microsoft: { Office: { WebExtension: {} } },
  };
  for (const name of ["window", "self", "top", "parent"]) page[name] = page;
  page["OSF"] = {
    ConstantNames: { FileVersion: "" },
    _OfficeAppFactory: {
      getHostInfo: () => ({ hostType: "word", hostPlatform: "web", hostSpecificFileVersion: "16.00" }),
      getInitializationHelper: () => ({}),
      getLoadScriptHelper: () => ({}),
      getWindowLocationHash: () => "",
      getWindowName: () => "",
      getLoggingAllowed: () => false,
      getContext: () => officeContext,
    },
  };
  return page;
}
