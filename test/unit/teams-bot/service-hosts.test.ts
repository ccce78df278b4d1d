import { isFileAddress, isServiceAddress } from "../../../teams-bot/src/channel/service-hosts";

const registered = ["smba.trafficmanager.net", "connector.ministry.example"];

test.each([
  "https://ministry-my.sharepoint.com/personal/takasaki/_layouts/15/download.aspx?UniqueId=1&tempauth=x",
  "https://ministry.sharepoint.us/x",
  "https://connector.ministry.example/files/1",
])("files are fetched from %s", (address) => {
  expect(isFileAddress(address, registered)).toBe(true);
});

test.each([
  "http://ministry-my.sharepoint.com/x",
  "https://sharepoint.com/x",
  "https://ministry.sharepoint.com.evil.example/x",
  "https://evilsharepoint.com/x",
  "https://evil.example/?x=.sharepoint.com",
  "https://user@ministry.sharepoint.com/x",
  "https://ministry.sharepoint.com:8443/x",
  "https://ministry.sharepoint.com@evil.example/x",
  "https://169.254.169.254/metadata",
  "https://127.0.0.1/x",
  "http://localhost:3000/admin",
  "file:///etc/passwd",
  "data:text/plain,x",
  "",
])("no file is fetched from %s", (address) => {
  expect(isFileAddress(address, registered)).toBe(false);
});

test("a bot without registration reaches its own machine only", () => {
  expect(isFileAddress("http://127.0.0.1:5000/files/1", undefined)).toBe(true);
  expect(isFileAddress("https://ministry.sharepoint.com/x", undefined)).toBe(false);
  expect(isServiceAddress("https://smba.trafficmanager.net/jp", undefined)).toBe(false);
});
