import { plainText } from "./content";
import type { Mail } from "./mime/write-mail";
import { motomura, signatures, takase, yamada } from "./people";

/** A mail marked 機密性3 in subject and body: what it takes to see the gate refuse. */
export const restrictedMail: Mail = {
  id: "20261117133040.0140.8",
  from: takase,
  to: [yamada, motomura],
  subject: "【機密性3情報・関係者限り】代替拠点への切替訓練について",
  sent: "2026-11-17T13:30:00+09:00",
  mailer: "Microsoft Outlook 16.0",
  text: plainText([
    "機密性3情報　関係者限り・転送禁止",
    "山田さん、本村さん",
    "高瀬です。申請受付基盤の代替拠点への切替訓練を、次のとおり実施します。",
    "日時：令和8年12月18日（金）20時から23時まで\n参集：当日19時30分、第2会議室\n想定：主拠点の全面停止。切替えの目標時間は90分とする。",
    "参加の可否を11月25日（水）までに口頭で知らせてください。メールでの返信は不要です。",
    signatures.takase,
  ]),
};
