import { judgeEvidence } from "@genai-office/shared/guards";

const judged = (line: string, ...sources: string[]): unknown =>
  judgeEvidence(
    line,
    sources.map((text) => ({ text })),
  );

const plan = "市は避難計画を作成し、県は資機材を提供して市の訓練を支援する。";
const designation = "指定に当たっては、審議会の意見を聴き、知事の承認を受けるものとする。";
const wishes = "要望では「駐車場の増設」が最も多く、次いで「開館時間の延長」であった。";
const answers = "理由は「費用の負担」が最も多く、「人手の不足」がこれに次いだ。";
const counter = "窓口での申請に加え、電子申請も受け付ける。";
const consent = "個人情報を外部に提供する場合は、必ず本人の同意を得る。";
const wish = "増便は、運転士が確保できればですが、来春にも始めたいと思います。";
const cause = "原因は配管の劣化とみられるが、断定には至っていない。";
const speakers = ["土木課・宮本：工事は9月に終わる見込みです。", "環境課・大塚：騒音の苦情が12件ありました。"];
const parts = "45団体中30団体が計画を策定済みである。";
const deadline = "3 入札書の提出期限 令和7年5月16日12時00分    4 開札 令和7年5月17日14時00分";

test.each([
  ["who acts", "県が避難計画を作成し、市は資機材を提供して県の訓練を支援する。", [plan]],
  ["whose it is", "指定に当たっては、知事の意見を聴き、審議会の承認を受ける。", [designation]],
  ["the second as the first", "要望で最も多かったのは「開館時間の延長」である。", [wishes]],
  ["the second as the first", "「人手の不足」が「費用の負担」を上回り最多となった。", [answers]],
  ["one more as the only one", "申請は電子申請のみとする。", [counter]],
  ["sometimes as every time", "全ての個人情報の利用について本人の同意が必要である。", [consent]],
  ["a condition dropped", "来春に増便を始める。", [wish]],
  ["not established as established", "原因は配管の劣化と断定された。", [cause]],
  ["another speaker", "土木課の宮本氏は、騒音の苦情が12件あったと述べた。", speakers],
  ["a part above its whole", "30団体のうち45団体が計画を策定した。", [parts]],
  ["the date of another item", "入札書は令和7年5月17日14時までに提出する。", [deadline]],
])("unsupported: %s", (_what, line, sources) => {
  expect(judged(line, ...sources)).toMatchObject({ verdict: "unsupported" });
});

test.each([
  ["避難計画は市が作成し、県が資機材の提供により訓練を支援する。", [plan]],
  ["指定には、審議会の意見聴取と知事の承認が必要である。", [designation]],
  ["要望は「駐車場の増設」が最多で、「開館時間の延長」が続いた。", [wishes]],
  ["窓口だけでなく電子申請でも申請を受け付ける。", [counter]],
  ["原因は配管の劣化とみられるものの、断定されていない。", [cause]],
  ["環境課の大塚氏から、騒音の苦情が12件あったとの報告があった。", speakers],
  ["45団体のうち30団体が計画を策定した。", [parts]],
  ["入札書の提出は5月16日正午まで、開札は翌17日午後2時。", [deadline]],
  ["廃止を決定した事実はない。", ["議案を否決した事実はなく、現在も審議中である。廃止を決めた事実もない。"]],
  ["配置の目安は1か所に2人。", ["配置は1か所に2人を目安とし、経験者を含めることが望ましい。"]],
  ["来場者は前回を下回った。", ["来場者は前回より少なくなりました。"]],
  ["本年度は31件で、いずれも軽微であった。", ["本年度は31件にとどまり、いずれも軽微な事案であった。"]],
])("supported: %s", (line, sources) => {
  expect(judged(line, ...sources)).toEqual({ verdict: "supported", reasons: [] });
});
