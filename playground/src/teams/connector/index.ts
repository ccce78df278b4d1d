/** A Teams of our own for tests and the playground: the wire of the Bot Framework with its rules, limits and faults. */
export type { SentFile, WireActivity, WireAttachment } from "./activity";
export type { Connector, ConnectorEvent, ConnectorOptions, SayOptions } from "./connector";
export type { ConnectorConversation, StandingActivity } from "./conversation-store";
export type { Delivery } from "./delivery";
export type { Exchange } from "./exchange-log";
export type { Fault, FaultEffect, FaultMatch, Faults } from "./faults";
export { connectorBotId, connectorTenant, people, type ConnectorPerson } from "./people";
export { startConnector } from "./start-connector";
