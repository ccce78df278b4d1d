import type { EmulatedObject, EmulatedType } from "./emulated-type";

export const addinInternalServiceName = "Microsoft.InternalService.AddinInternalService";

const addinInternalServiceType: EmulatedType = {
  name: "AddinInternalService",
  properties: {},
  methods: {
    // The host would begin to send ribbon actions now; this one sends them at any time.
    NotifyActionHandlerReady: () => null,
  },
};

/** Every Office host has this object: office.js calls it at boot and throws a page error when it is missing. */
export const addinInternalService: EmulatedObject = { emulatedType: addinInternalServiceType };
