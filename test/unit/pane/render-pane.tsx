import { render } from "@testing-library/react";
import axe from "axe-core";
import type { ReactElement } from "react";
import type { Locale } from "@genai-office/shared/i18n";
import { PaneProvider } from "@genai-office/shared/pane";
import type { ModelCard } from "@genai-office/shared/vocabulary";

/** Renders with theme and texts, as in a pane. */
export function renderPane(element: ReactElement, locale: Locale = "ja") {
  return render(<PaneProvider locale={locale}>{element}</PaneProvider>);
}

/** Rules that axe finds broken, by id. Contrast needs a real browser, and is measured there. */
export async function axeViolations(root: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(root, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(" ")}`);
}

/** A model card; what is not said is ordinary. */
export function modelCard(values: Partial<ModelCard> = {}): ModelCard {
  return {
    id: "model-a",
    name: { ja: "国産モデルA", en: "Model A" },
    maker: "A",
    domestic: true,
    contract: "openai",
    contextTokens: 8000,
    outputTokens: 2000,
    tokensPerCharacter: 1,
    clearance: "2",
    region: "jp",
    tasks: ["summarize"],
    languages: ["ja"],
    assumed: [],
    ...values,
  };
}
