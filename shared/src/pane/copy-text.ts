import { diagnose } from "./diagnostics";

/**
 * Puts text on the clipboard; false when this frame may not. Office frames often lack the clipboard permission,
 * so the older way over a selected field is tried second.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (denied) {
    diagnose("no clipboard permission, copying over a field", denied);
    return copyOverField(text);
  }
}

function copyOverField(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.style.position = "fixed";
  field.style.opacity = "0";
  document.body.append(field);
  field.select();
  const worked = document.execCommand?.("copy") === true;
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return worked;
}
