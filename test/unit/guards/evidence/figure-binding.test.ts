import { supports } from "@genai-office/shared/guards";

const plans = "西村主幹　甲案は整備費が4億円、維持費が年3,000万円です。乙案は整備費が9億円、維持費は年1,200万円です。";
const filings = "届出は今年度640件となり、前年度の510件から増加した。";

test.each([
  [filings, "届出は前年度の510件から640件に増えた。", "supported"],
  [filings, "届出は前年度の640件から510件に増加した。", "unsupported"],
  [filings, "届出は510件から640件に減った。", "unsupported"],
  [plans, "乙案の維持費は年1,200万円である。", "supported"],
  [plans, "乙案の維持費は年3,000万円である。", "unsupported"],
  ["参加できた職員は42名でした。対象は58名です。", "参加できた職員は58名中42名だった。", "supported"],
  ["受付は5月7日から6月20日まで窓口で行う。", "受付は6月20日から窓口で行う。", "unsupported"],
  ["Visits reached 640, up from 510 the year before.", "Visits rose from 510 to 640.", "supported"],
  ["Visits reached 640, up from 510 the year before.", "Visits fell from 640 to 510.", "unsupported"],
  ["三田社からは見積りが届きました。180万円です。河合社はまだです。", "河合社の見積りは180万円である。", "unsupported"],
  ["東棟が12％減、西棟が3％減、南棟が8％減となった。", "最も減ったのは南棟である。", "unsupported"],
])("%s -> %s: %s", (source, line, verdict) => {
  expect(supports(line, [{ text: source }])).toBe(verdict);
});
