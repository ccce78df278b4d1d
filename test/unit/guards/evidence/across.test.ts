import { supports } from "@genai-office/shared/guards";

const dispatch = "環境庁は、来年度から自治体に専門家を派遣する計画である。";
const request = "The committee asked the health bureau to submit a staffing plan by 30 September.";
const refused = "営利を目的とする団体は、この助成の対象とならない。";
const raised = "国土交通省は、令和8年4月1日から地方のバス路線への補助率を2分の1に引き上げる。";
const stances = "Peru expressed reservations about the proposal, while Samoa supported it.";

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
  [refused, "For-profit organisations are eligible for this grant.", "unsupported"],
  [refused, "For-profit organisations are not eligible for this grant.", "supported"],
  [raised, "MLIT will raise the subsidy rate for local bus routes to one half from April 1, 2026.", "supported"],
  [raised, "MLIT will lower the subsidy rate for local bus routes to one half from April 1, 2026.", "unsupported"],
  [stances, "ペルーは提案に留保を示し、サモアは支持した。", "supported"],
  [stances, "サモアは提案に留保を示し、ペルーは支持した。", "unsupported"],
  ["The fund will not cover the cost of repairing private houses.", "基金は、民間住宅の修繕費用も負担する。", "unsure"],
  [
    "The fund will cover the cost of repairing schools in Ghana.",
    "基金は、ペルーの学校の修繕費用を負担する。",
    "unsure",
  ],
  ["この点は部会で話題になった。", "Kuroda greeted Ishikawa yesterday with flowers.", "unsupported"],
])("%s -> %s: %s", (source, line, verdict) => {
  expect(supports(line, [{ text: source }])).toBe(verdict);
});

test("a view told as a view is not made certain", () => {
  const said = "I don't think the vendor can deliver the servers by June.";
  expect(supports("業者が6月までにサーバーを納入することはできないとの見方を示した。", [{ text: said }])).not.toBe(
    "unsupported",
  );
});

test("the month of May says nothing of what may be", () => {
  expect(supports("大使は5月12日に到着する。", [{ text: "The ambassador will arrive on 12 May." }])).toBe("supported");
});

test("what a form asks to leave out may be told by should, and not be included", () => {
  const asked = [{ text: "申請書の氏名欄には旧姓を除いた氏名を記載してください。" }];
  const told = (word: string) =>
    supports(`The name column of the application form should show the name ${word} the former name.`, asked);
  expect(told("excluding")).not.toBe("unsupported");
  expect(told("including")).toBe("unsupported");
});
