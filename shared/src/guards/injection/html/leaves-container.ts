import { lengthOf } from "./css-length";
import type { Color } from "./color";
import type { Ground } from "./ground";

/** The box that absolute offsets count from, as a ground: what is put beside it lies upon what lies behind it. */
export interface ContainerGround {
  /** CSS pixels with padding; Infinity where nobody knows. */
  width: number;
  height: number;
  grounds: readonly Color[];
  behind: Ground;
}

/** As declared. */
type Offsets = Record<"left" | "right" | "top" | "bottom", string | undefined>;

/** True for a box whose offsets put it wholly beside the one that it hangs on. */
export function leavesContainer(offsets: Offsets, { width, height }: ContainerGround, fontSize: number): boolean {
  const isBeyond = (offset: string | undefined, size: number): boolean => {
    if (offset === undefined) return false;
    const share = /^\s*(\d+(?:\.\d+)?)%\s*$/.exec(offset)?.[1];
    if (share !== undefined) return Number(share) >= 100;
    return !offset.includes("%") && (lengthOf(offset, { em: fontSize, rem: 16 }) ?? 0) >= size;
  };
  if (isBeyond(offsets.top, height) || isBeyond(offsets.left, width)) return true;
  return (
    (offsets.top === undefined && isBeyond(offsets.bottom, height)) ||
    (offsets.left === undefined && isBeyond(offsets.right, width))
  );
}
