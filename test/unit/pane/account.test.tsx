import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Account, type PaneAccount } from "../../../shared/src/pane/Account";
import { axeViolations, renderPane } from "./render-pane";

function accountOf(values: Partial<PaneAccount> = {}): PaneAccount {
  return {
    signedInAs: () => Promise.resolve("hanako@example.go.jp"),
    signOut: () => Promise.resolve(),
    ...values,
  };
}

const entry = () => document.querySelector("[data-part=account]");

it("names who is signed in, and signs out", async () => {
  let left = 0;
  renderPane(<Account className="" account={accountOf({ signOut: async () => void (left += 1) })} />);
  await screen.findByText("hanako@example.go.jp としてサインインしています。");
  expect(await axeViolations()).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "サインアウト" }));
  expect(left).toBe(1);
  await waitFor(() => expect(document.activeElement?.textContent).toContain("サインアウトしました。"));
  expect(screen.queryByRole("button")).toBeNull();
});

it("is not there while nobody is signed in", async () => {
  await act(async () => {
    renderPane(<Account className="" account={accountOf({ signedInAs: () => Promise.resolve(undefined) })} />);
  });
  expect(entry()).toBeNull();
});

it("says so when signing out did not work, and can be pressed again", async () => {
  const warned = jest.spyOn(console, "warn").mockImplementation(() => undefined);
  let works = false;
  const signOut = () => (works ? Promise.resolve() : Promise.reject(new Error("network")));
  renderPane(<Account className="" account={accountOf({ signOut })} />, "en");
  await userEvent.click(await screen.findByRole("button", { name: "Sign out" }));
  await screen.findByText(/Signing out did not work/);
  works = true;
  await userEvent.click(screen.getByRole("button", { name: "Sign out" }));
  await screen.findByText(/You are signed out/);
  warned.mockRestore();
});
