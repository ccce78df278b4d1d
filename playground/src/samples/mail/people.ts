import type { MailPerson } from "./mime/write-mail";

/** Fictional people of fictional offices. The mailbox is 山田 花子's. */
export const yamada: MailPerson = { name: "山田 花子", address: "hanako.yamada@gyosei.example.go.jp" };
export const takase: MailPerson = { name: "高瀬 真理子", address: "mariko.takase@gyosei.example.go.jp" };
export const motomura: MailPerson = { name: "本村 拓也", address: "takuya.motomura@gyosei.example.go.jp" };
export const saeki: MailPerson = { name: "佐伯 亮介", address: "ryosuke.saeki@kokyojoho.example.go.jp" };
export const procedureReform: MailPerson = {
  name: "手続改革推進室",
  address: "tetsuzuki@kokyojoho.example.go.jp",
};
export const okubo: MailPerson = { name: "大久保 千尋", address: "chihiro.okubo@hoken.example.go.jp" };
export const miura: MailPerson = { name: "三浦 健太", address: "kenta.miura@kiban.example.go.jp" };

export const signatures = {
  saeki: `━━━━━━━━━━━━━━━━━━━━━━━━
公共情報庁　手続改革推進室　主査
佐伯　亮介（さえき　りょうすけ）
〒000-0000　東京都千代田区架空1-1-1
TEL 00-0000-1234（内線 3021）
E-mail ${saeki.address}
━━━━━━━━━━━━━━━━━━━━━━━━`,
  okubo: `--
大久保 千尋
保健生活省 保険窓口課 企画係
TEL: 00-0000-5511（内線 2417）
${okubo.address}`,
  miura: `**********************************
地域基盤省 市街地行政課 制度係長
　三浦　健太
　電話：00-0000-7788（内線4402）
　${miura.address}
**********************************`,
  takase: `総合行政省　地域窓口改革課
課長補佐　高瀬 真理子
内線 20140`,
  motomura: `――――――――――――――――
総合行政省 行政統計課 統計分析係
本村 拓也（内線 20388）
――――――――――――――――`,
} as const;
