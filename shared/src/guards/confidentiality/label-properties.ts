/** A named property of a document or mail. */
export interface LabelProperty {
  name: string;
  value: string;
}

const property = /^MSIP_Label_([0-9a-f-]{1,40})_(\w+)$/i;

/** True for a property that a sensitivity label keeps its metadata in. */
export function isLabelProperty(name: string): boolean {
  return property.test(name.trim());
}

/**
 * Names of the sensitivity labels that are in force, from the properties MSIP_Label_<guid>_<attribute> of a document (Name,
 * Enabled, SetDate, ...). A label whose Enabled says false was taken off and does not count; one that does not say is in force.
 */
export function labelsOfProperties(properties: readonly LabelProperty[]): string[] {
  const labels = new Map<string, { name: string; enabled: boolean }>();
  for (const { name, value } of properties) {
    const [, id, attribute] = property.exec(name.trim()) ?? [];
    if (id === undefined || attribute === undefined) continue;
    const label = labels.get(id.toLowerCase()) ?? { name: "", enabled: true };
    labels.set(id.toLowerCase(), label);
    if (/^name$/i.test(attribute)) label.name = value.trim();
    if (/^enabled$/i.test(attribute)) label.enabled = !/^\s*(?:false|0|no)\s*$/i.test(value);
  }
  return [...labels.values()].flatMap(({ name, enabled }) => (enabled && name !== "" ? [name] : []));
}

/** The same from the mail header `msip_labels`: the properties as `name=value` parted by semicolons. */
export function labelsOfMailHeader(header: string): string[] {
  return labelsOfProperties(
    header
      // Long headers are folded (RFC 5322, 2.2.3).
      .replace(/\r?\n[ \t]+/g, "")
      .split(";")
      .flatMap((part) => {
        const equals = part.indexOf("=");
        return equals === -1 ? [] : [{ name: part.slice(0, equals).trim(), value: part.slice(equals + 1).trim() }];
      }),
  );
}
