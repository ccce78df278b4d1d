import { judgeEvidence } from "@genai-office/shared/guards";

const asked = "環境省は農林水産省に調査の結果の提供を求めた。";

describe("who does something for whom", () => {
  test.each([
    ["農林水産省は環境省に調査の結果の提供を求めた。", asked],
    ["環境省は農林水産省に調査の結果の提供を求められた。", asked],
    ["町が県に助成金を交付した。", "県が町に助成金を交付した。"],
    ["緑町は北市から職員の派遣を受けた。", "緑町は北市に職員を派遣した。北市は宿舎を用意した。"],
  ])("unsupported: %s", (line, source) => {
    expect(judgeEvidence(line, [{ text: source }]).verdict).toBe("unsupported");
  });

  test.each([
    ["環境省は、農林水産省に調査の結果の提供を求めた。", asked],
    ["農林水産省は環境省から調査の結果の提供を求められた。", asked],
    ["町は県から助成金の交付を受けた。", "県が町に助成金を交付した。"],
    ["県は町に助成金を交付し、町は県に報告書を提出した。", "県は町に助成金を交付した。町は県に報告書を提出した。"],
  ])("supported: %s", (line, source) => {
    expect(judgeEvidence(line, [{ text: source }])).toEqual({ verdict: "supported", reasons: [] });
  });
});
