import { createContext, useContext, type ReactNode } from "react";
import { createPortal } from "react-dom";

/** The place at the bottom of the pane; null until it stands. */
export const FooterContext = createContext<HTMLElement | null>(null);

/** Puts what can be done with a result at the bottom of the pane, from wherever the task knows it. */
export function ShellFooter({ children }: { children: ReactNode }) {
  const footer = useContext(FooterContext);
  return footer === null ? null : createPortal(children, footer);
}
