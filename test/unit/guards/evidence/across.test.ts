import { supports } from "@genai-office/shared/guards";

const dispatch = "環境庁は、来年度から自治体に専門家を派遣する計画である。";
const request = "The committee asked the health bureau to submit a staffing plan by 30 September.";

test.each([
  [dispatch, "The Environment Agency plans to dispatch experts to municipalities from next fiscal year.", "supported"],
  [dispatch, "The Environment Agency has already dispatched experts to municipalities.", "unsupported"],
  [request, "委員会は保健局に対し、9月30日までに人員計画を提出するよう求めた。", "supported"],
  [request, "保健局は委員会に対し、9月30日までに人員計画を提出するよう求めた。", "unsupported"],
  [request, "委員会は保健局に対し、10月30日までに人員計画を提出するよう求めた。", "unsupported"],
  ["The council rejected the merger of the two schools.", "議会は2校の統合を承認した。", "unsupported"],
  [
    "申請件数は昨年度の340件から今年度は280件に減少した。",
    "Applications rose from 340 to 280 this fiscal year.",
    "unsupported",
  ],
  ["この点は部会で話題になった。", "Kuroda greeted Ishikawa yesterday with flowers.", "unsupported"],
])("%s -> %s: %s", (source, line, verdict) => {
  expect(supports(line, [{ text: source }])).toBe(verdict);
});
