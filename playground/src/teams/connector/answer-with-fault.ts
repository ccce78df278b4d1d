import { refusalOf, type ArmedFault } from "./faults";
import { outOfOrder } from "./rules/streaming";
import { refused, type Taken } from "./take-activity";

/** Lets a request go wrong as its fault says. */
export async function answerWithFault(
  fault: ArmedFault,
  take: () => Taken,
  way: { finish(taken: Taken): void; breakOff(): void; silent(): void },
): Promise<void> {
  const { effect } = fault;
  switch (effect.kind) {
    case "hold": {
      const taken = take();
      fault.markReached();
      await fault.released;
      return way.finish(taken);
    }
    case "dropped":
      return way.finish({
        status: 202,
        body: outOfOrder,
      });
    case "silence":
      if (effect.taken === true) take();
      return way.silent();
    case "reset":
      if (effect.taken === true) take();
      return way.breakOff();
    case "status":
      if (effect.taken === true) take();
      return way.finish(refused(refusalOf(effect)!));
    case "stream":
      return way.finish(refused(refusalOf(effect)!));
  }
}
