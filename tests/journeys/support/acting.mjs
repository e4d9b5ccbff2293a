// What people do on the desk: play a part, press a button of a dialog, do a task.

/** The main heading of this name. */
export const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });

/** A task of a request. */
export const task = (page, name) => page.getByRole("group", { name, exact: true });

/** Acts as somebody, through the search. */
export async function actAs(page, name) {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: /Search/ }).fill("act as");
  await page.getByRole("option", { name: /Act as another person/ }).waitFor();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Act as another person" });
  await dialog.getByRole("combobox", { name: /Person/ }).fill(name);
  await dialog.getByRole("option", { name }).click();
  await dialog.getByRole("button", { name: "Play this part" }).click();
  await dialog.waitFor({ state: "hidden" });
}

/** Presses a button in the open dialog and waits until it is gone. */
export async function confirm(page, name) {
  await page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

/** Begins a task and says that it is done. */
export async function finish(page, name) {
  await task(page, name).getByRole("button", { name: "Begin" }).click();
  await task(page, name).getByRole("button", { name: "Done" }).click();
  await confirm(page, "Done");
  await task(page, name).getByText("Done", { exact: true }).waitFor();
}
