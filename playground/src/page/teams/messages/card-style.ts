/** Look of Adaptive Cards on this page (host configuration of the renderer); the rest is in card.css. */
export const cardStyle = {
  fontFamily: "inherit",
  spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: "#d3dae4" },
  fontSizes: { small: 12.5, default: 14, medium: 15.5, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  supportsInteractivity: true,
  textBlock: { headingLevel: 3 },
  textStyles: { heading: { size: "medium", weight: "bolder" } },
  containerStyles: {
    default: { backgroundColor: "#ffffff", foregroundColors: colors() },
    emphasis: { backgroundColor: "#f1f4f8", foregroundColors: colors() },
    good: { backgroundColor: "#e5f5ea", foregroundColors: colors() },
    attention: { backgroundColor: "#fbeaea", foregroundColors: colors() },
    warning: { backgroundColor: "#fff4dc", foregroundColors: colors() },
    accent: { backgroundColor: "#e7eef8", foregroundColors: colors() },
  },
  actions: {
    maxActions: 6,
    spacing: "medium",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 12 },
  },
  factSet: {
    title: { color: "default", size: "default", weight: "bolder", wrap: true, maxWidth: 120 },
    value: { color: "default", size: "default", wrap: true },
    spacing: 12,
  },
};

/** Each at least 4.5 to 1 on every ground above. */
function colors(): object {
  const of = (color: string, subtle: string) => ({ default: color, subtle });
  return {
    default: of("#1a2433", "#4d5b73"),
    dark: of("#1a2433", "#4d5b73"),
    light: of("#4d5b73", "#4d5b73"),
    accent: of("#1f4e8c", "#1f4e8c"),
    good: of("#0b5c33", "#0b5c33"),
    warning: of("#7a4300", "#7a4300"),
    attention: of("#93202a", "#93202a"),
  };
}
