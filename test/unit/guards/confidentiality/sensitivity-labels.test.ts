import { judgePlaces, judgeText, labelsOfMailHeader, labelsOfProperties } from "@genai-office/shared/guards";

const one = "11111111-2222-3333-4444-555555555555";
const two = "66666666-7777-8888-9999-000000000000";
const property = (id: string, attribute: string, value: string) => ({ name: `MSIP_Label_${id}_${attribute}`, value });

describe("names of sensitivity labels", () => {
  test("come from the properties of labels that are in force", () => {
    expect(
      labelsOfProperties([
        property(one, "Enabled", "true"),
        property(one, "SetDate", "2026-06-01T00:00:00Z"),
        property(one, "Name", "機密性2情報"),
        property(two, "Enabled", "False"),
        property(two, "Name", "機密性3情報"),
        { name: "機密性", value: "3" },
      ]),
    ).toEqual(["機密性2情報"]);
    expect(labelsOfProperties([property(one, "Name", "秘"), property(one.toUpperCase(), "Enabled", "0")])).toEqual([]);
    expect(labelsOfProperties([property(one, "Name", "秘")])).toEqual(["秘"]);
    expect(labelsOfProperties([])).toEqual([]);
  });

  test("come from the header of a mail", () => {
    const header = `MSIP_Label_${one}_Enabled=True;MSIP_Label_${one}_Name=General = all;\r\n MSIP_Label_${two}_Enabled=False;MSIP_Label_${two}_Name=Secret;`;
    expect(labelsOfMailHeader(header)).toEqual(["General = all"]);
    expect(labelsOfMailHeader("rubbish")).toEqual([]);
  });

  test.each<[label: string, cls: string, decision: string]>([
    ["機密性3情報", "3", "block"],
    ["機密性３", "3", "block"],
    ["秘", "3", "block"],
    ["極秘", "3", "block"],
    ["Secret", "3", "block"],
    ["自治体機密性3A", "3", "block"],
    ["機密性2情報", "2", "clearedOnly"],
    ["機密性2情報\\関係者限り", "2", "clearedOnly"],
    ["省内文書/機密性2", "2", "clearedOnly"],
    ["機密性1情報", "1", "allow"],
    ["社外秘", "unknown", "ask"],
    ["取扱注意", "unknown", "ask"],
    ["Confidential", "unknown", "ask"],
    ["Highly Confidential", "unknown", "ask"],
    ["Confidential Finance", "unknown", "ask"],
    ["Confidential\\All Employees", "unknown", "ask"],
    ["Internal", "unknown", "ask"],
    ["機密レベルA", "unknown", "ask"],
    ["Class 4", "unknown", "ask"],
    ["一般", "none", "allow"],
    ["公開", "none", "allow"],
    ["General", "none", "allow"],
    ["Public", "none", "allow"],
    ["Non-Business", "none", "allow"],
    ["非機密", "none", "allow"],
    ["Not confidential", "none", "allow"],
    ["Unclassified", "none", "allow"],
    ["", "none", "allow"],
  ])("%s", (label, cls, decision) => {
    expect(judgeText(label, "label")).toMatchObject({ class: cls, decision });
  });

  test("count among all places, and are shown with their place", () => {
    const places = {
      headers: ["機密性1情報"],
      footers: [],
      firstPage: [],
      fileName: "報告.docx",
      labels: ["機密性3情報"],
    };
    expect(judgePlaces(places)).toMatchObject({
      class: "3",
      decision: "block",
      markings: [{ where: "header" }, { where: "label", text: "機密性3情報" }],
    });
  });
});
