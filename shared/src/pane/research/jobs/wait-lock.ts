/**
 * Runs `work` while no other pane of this machine does the same under this name; false when one does. Panes share the list
 * of inquiries: each is waited for once. Where there are no locks, the work is done.
 */
export async function withLock(name: string, work: () => Promise<void>): Promise<boolean> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (locks === undefined) {
    await work();
    return true;
  }
  return locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await work();
    return true;
  });
}
