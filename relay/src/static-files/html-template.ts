/** Values that an HTML file of the build may ask for as `{{name}}`. */
export interface TemplateValues {
  officeJsUrl: string;
  /** Further scripts for after office.js, in order, separated by spaces. */
  officeScripts: string;
  displayName: string;
  /** Whether people sign in to this relay: its pages need not ask before they are used. */
  signIn: "development" | "entra";
  locale: "ja" | "en";
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/**
 * Fills the placeholders of a pane's HTML, HTML-escaped. Other double braces are left alone: they are not ours.
 * A placeholder that is a whole attribute value gets its quotes back, because minifiers take them away.
 */
export function fillTemplate(html: string, values: TemplateValues): string {
  const placeholder = /(=?)\{\{(officeJsUrl|officeScripts|displayName|signIn|locale)\}\}(?=([\s>])?)/g;
  return html.replace(placeholder, (_, equals: string, name: keyof TemplateValues, after: string | undefined) => {
    const value = escapeHtml(values[name]);
    return equals === "=" && after !== undefined ? `="${value}"` : equals + value;
  });
}

/** Language of a page by the browser's Accept-Language: the first of ja and en by preference, ja when neither is named. */
export function pageLocale(acceptLanguage: string | undefined): "ja" | "en" {
  const ranges = (acceptLanguage ?? "")
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1])
        .find((q) => q !== undefined);
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => (language === "ja" || language === "en") && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return ranges[0]?.language === "en" ? "en" : "ja";
}
