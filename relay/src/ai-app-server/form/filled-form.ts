import { AppRefusal } from "../app-refusal";
import { say } from "../texts/say";
import type { ChoiceField, FormDefinition } from "./form-definition";

/**
 * What a person filled in, as GENAI sends it: a text that looks like a number or like true and false arrives as one,
 * several ticks arrive as "a,b,c", a lone unticked box as false, and a field that was left alone as "" or not at all.
 */
export class FilledForm {
  constructor(
    private readonly definition: FormDefinition,
    private readonly inputs: Readonly<Record<string, unknown>>,
  ) {}

  /**
   * The text of a field, "" for an empty one.
   * @throws AppRefusal "bad-request" for what is no text, "input-too-large" beyond the field's own limit
   */
  text(key: string): string {
    const value = this.scalar(key);
    const field = this.definition[key];
    const maximum = field !== undefined && "max_length" in field ? field.max_length : undefined;
    if (maximum !== undefined && value.length > maximum)
      throw new AppRefusal("input-too-large", say("refusal.fieldTooLong", { field: this.title(key), maximum }));
    return value;
  }

  /** The text of a field that must not be empty. */
  requiredText(key: string): string {
    const text = this.text(key);
    if (text.trim() === "") throw new AppRefusal("bad-request", say("refusal.required", { field: this.title(key) }));
    return text;
  }

  /**
   * The chosen value of a select or radio field; the default where nothing was chosen.
   * @throws AppRefusal "bad-request" for a value that was not offered
   */
  choice(key: string): string {
    const field = this.definition[key] as ChoiceField;
    const value = this.scalar(key).trim();
    if (value === "" && field.default_value !== undefined) return field.default_value;
    if (!field.items.some((item) => item.value === value)) throw this.unreadable(key);
    return value;
  }

  /** True when the only box of a checkbox field is ticked. */
  ticked(key: string): boolean {
    const value = this.inputs[key];
    // A box whose value reads "true" in the registered form arrives as true.
    if (typeof value === "boolean") return value;
    const offered = (this.definition[key] as ChoiceField).items.map((item) => item.value);
    return this.scalar(key)
      .split(",")
      .some((entry) => offered.includes(entry.trim()));
  }

  /** A text that the form need not define, such as a hidden field an administrator has added. */
  additional(key: string): string {
    return this.scalar(key).trim();
  }

  private scalar(key: string): string {
    const value = Object.hasOwn(this.inputs, key) ? this.inputs[key] : undefined;
    if (value === undefined || value === null) return "";
    if (typeof value === "string") return value;
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    throw this.unreadable(key);
  }

  private unreadable(key: string): AppRefusal {
    return new AppRefusal("bad-request", say("refusal.field", { field: this.title(key) }));
  }

  private title(key: string): string {
    return this.definition[key]?.title ?? key;
  }
}
