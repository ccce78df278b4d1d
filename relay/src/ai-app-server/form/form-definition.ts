/**
 * The form of an AI app as it is registered in GENAI (「リクエスト形式」, AI app specification of March 2026): a JSON object
 * whose keys are the keys of `inputs`. The order is the order on the screen.
 */
export type FormDefinition = Record<string, FormField>;

interface FieldBase {
  title: string;
  desc?: string;
  /** Optional when left out. */
  required?: boolean;
}

export interface TextField extends FieldBase {
  type: "text" | "textarea";
  min_length?: number;
  max_length?: number;
  default_value?: string;
}

export interface FileField extends FieldBase {
  type: "file";
  /** As the `accept` attribute of HTML. */
  accept?: string;
  multiple?: boolean;
  /** Of one file in base64, with KB, MB or GB. */
  max_size?: string;
  max_file_count?: number;
}

export interface ChoiceField extends FieldBase {
  type: "select" | "radio" | "checkbox";
  items: { title: string; value: string }[];
  default_value?: string;
}

export type FormField = TextField | FileField | ChoiceField;
