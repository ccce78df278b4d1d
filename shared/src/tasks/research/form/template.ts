/** `{{key}}` of a prompt that an app brings itself: stands for what that field holds. Unknown keys stay as they are. */
export function withTemplate(template: string, values: ReadonlyMap<string, string | string[] | null>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, key: string) => {
    const value = values.get(key);
    if (value === undefined || value === null) return whole;
    return Array.isArray(value) ? value.join(",") : value;
  });
}
