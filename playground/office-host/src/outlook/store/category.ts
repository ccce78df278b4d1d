export interface Category {
  readonly displayName: string;
  /** "None", "Preset0" to "Preset24". */
  readonly color: string;
}
