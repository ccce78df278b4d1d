import { isRecord, type WireActivity } from "./activity";
import type { RuledConversation } from "./conversation-store";
import { connectorTenant, type ConnectorPerson } from "./people";
import type { RouteContext } from "./route-context";
import { refused, takePost, type Taken } from "./take-activity";

/** Tells everybody what changed, and leaves what is answered. */
export function noted(taken: Taken, conversation: RuledConversation, { emit }: RouteContext): Taken {
  const { changed, ...answer } = taken;
  if (changed !== undefined)
    emit({ type: "activity", change: changed.kind, conversation: conversation.id, activity: changed.activity });
  return answer;
}

/** A personal chat with somebody is always the same one. */
export function createConversation(wanted: WireActivity, context: RouteContext): Taken {
  const accounts = Array.isArray(wanted["members"]) ? (wanted["members"] as { id?: string }[]).map(({ id }) => id) : [];
  const members = context.people.filter(({ id, objectId }) => accounts.includes(id) || accounts.includes(objectId));
  if (members.length === 0 || members.length !== accounts.length)
    return refused({ status: 400, code: "BadSyntax", message: "Members are missing or not known." });
  const isPersonal = members.length === 1 && wanted["isGroup"] !== true;
  const known = isPersonal
    ? [...context.store.all.values()].find(({ kind, members: [only] }) => kind === "personal" && only === members[0])
    : undefined;
  const conversation =
    known ??
    context.store.add({
      id: isPersonal ? `a:1${context.newId()}` : `19:${context.newId()}@thread.v2`,
      kind: isPersonal ? "personal" : "groupChat",
      name: typeof wanted["topicName"] === "string" ? wanted["topicName"] : members.map(({ name }) => name).join("、"),
      members,
    });
  if (known === undefined) context.emit({ type: "conversation", conversation: conversation.id });
  const first = wanted["activity"];
  if (!isRecord(first)) return { status: 201, body: { id: conversation.id, serviceUrl: context.origin() } };
  const taken = noted(takePost(first as WireActivity, { ...context, conversation }), conversation, context);
  if (taken.status >= 400) return taken;
  const { id: activityId } = taken.body as { id: string };
  return { status: 201, body: { id: conversation.id, activityId, serviceUrl: context.origin() } };
}

/** A conversation as the bot asks for it. */
export function described({ id, kind, name }: RuledConversation): object {
  return {
    id,
    conversationType: kind,
    tenantId: connectorTenant,
    ...(kind === "personal" ? {} : { name, isGroup: true }),
  };
}

/** A member as Teams tells it. */
export function member({ id, name, objectId, email }: ConnectorPerson) {
  const [surname = "", givenName = ""] = name.split(" ");
  return {
    id,
    name,
    aadObjectId: objectId,
    email,
    userPrincipalName: email,
    surname,
    givenName,
    tenantId: connectorTenant,
    userRole: "user",
  };
}
