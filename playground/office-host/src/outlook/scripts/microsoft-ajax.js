/*
 * Stands in for MicrosoftAjax 3.5, which outlook-web asks for before it boots and would otherwise load from a CDN.
 * Of our own making: only the members that outlook-web looks at (reference: office-host-protocol 8.4). A classic
 * script; it must be in the page before office.js.
 */
(function (root) {
  "use strict";
  if (root.Sys !== undefined) return;

  const format = (text, ...values) =>
    String(text).replace(/\{(\d+)\}/g, (place, index) => String(values[index] ?? place));
  const error = (message, details) => Object.assign(new Error(message), details);
  const exception = (name, fallback) => (parameter, message) =>
    error(`Sys.${name}: ${message ?? fallback}${parameter ? `\nParameter name: ${parameter}` : ""}`, {
      name: `Sys.${name}`,
      paramName: parameter,
    });
  const plain = (name, fallback) => (message) => error(`Sys.${name}: ${message ?? fallback}`, { name: `Sys.${name}` });

  Object.assign(Error, {
    create: error,
    argument: exception("ArgumentException", "Value does not fall within the expected range."),
    argumentNull: exception("ArgumentNullException", "Value cannot be null."),
    argumentUndefined: exception("ArgumentUndefinedException", "Value cannot be undefined."),
    argumentType: exception("ArgumentTypeException", "Object cannot be converted to the required type."),
    argumentOutOfRange: (parameter, actual, message) =>
      exception("ArgumentOutOfRangeException", "Specified argument was out of the range of valid values.")(
        parameter,
        message,
      ),
    invalidOperation: plain("InvalidOperationException", "Operation is not valid."),
    notImplemented: plain("NotImplementedException", "The method or operation is not implemented."),
    parameterCount: plain("ParameterCountException", "Parameter count mismatch."),
  });
  Object.assign(String, { format });
  const nothing = () => undefined;
  Object.assign(Function, {
    createDelegate: (instance, method) => method.bind(instance),
    emptyFunction: nothing,
    emptyMethod: nothing,
    // null: nothing wrong. office.js checks arguments of its own making; the host sees what the add-in's are.
    _validateParameter: () => null,
    _validateParams: () => null,
  });
  root.Type = Function;
  root.Type.registerNamespace = (name) => {
    name.split(".").reduce((space, part) => (space[part] ??= {}), root);
  };
  root.Type.registerClass = nothing;
  Object.defineProperty(root.Type.prototype, "registerClass", { value: nothing, configurable: true, writable: true });
  root.Sys = {
    StringBuilder: class {
      constructor(first) {
        this.parts = first === undefined ? [] : [first];
      }
      append(part) {
        this.parts.push(part);
      }
      toString(separator) {
        return this.parts.join(separator ?? "");
      }
    },
    Debug: { trace: nothing },
    Browser: {},
    Serialization: { JavaScriptSerializer: { serialize: JSON.stringify, deserialize: (text) => JSON.parse(text) } },
  };
})(window);
