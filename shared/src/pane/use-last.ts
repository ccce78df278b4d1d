import { useState } from "react";

/**
 * The last value that was there. What is shown once stays mounted with it and is closed instead of taken away: Fluent's
 * focus management goes with the last component that uses it, and would leave the page behind a dialog hidden from
 * screen readers.
 */
export function useLast<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
