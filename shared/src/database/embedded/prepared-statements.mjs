// Statements that are asked for every step. `PGlite.query` parses and describes a statement each time, and crosses into
// WebAssembly for every message; one that was prepared before takes a single crossing and half of the time.
import { protocol, types } from "@electric-sql/pglite";

const { serialize } = protocol;

/**
 * @param {import("@electric-sql/pglite").PGlite} database
 * @param {Record<number, (text: string) => unknown>} parsers by type, in the place of the usual ones
 * @returns {(sql: string, values: readonly unknown[]) => Promise<object[]>} must not run inside of somebody's transaction
 */
export function preparedStatements(database, parsers) {
  /** @type {Map<string, { name: string, fields: { name: string, parse: (text: string) => unknown }[] }>} */
  const known = new Map();

  function send(...messages) {
    return database.execProtocol(Buffer.concat([...messages, serialize.sync()]));
  }

  async function prepare(sql) {
    const name = `often_${known.size}`;
    const { messages } = await send(serialize.parse({ name, text: sql }), serialize.describe({ type: "S", name }));
    const description = messages.find(({ name: kind }) => kind === "rowDescription");
    const fields = (description?.fields ?? []).map((field) => ({
      name: field.name,
      parse: parsers[field.dataTypeID] ?? usual[field.dataTypeID] ?? ((text) => text),
    }));
    const statement = { name, fields };
    known.set(sql, statement);
    return statement;
  }

  return (sql, values) =>
    database.runExclusive(async () => {
      const { name, fields } = known.get(sql) ?? (await prepare(sql));
      const { messages } = await send(
        serialize.bind({ statement: name, values: values.map(asText) }),
        serialize.execute({}),
      );
      return messages
        .filter(({ name: kind }) => kind === "dataRow")
        .map((row) =>
          Object.fromEntries(fields.map(({ name: key, parse }, at) => [key, valueOf(row.fields[at], parse)])),
        );
    });
}

/** Types whose text is not their value; others come as text. */
const usual = {
  [types.BOOL]: (text) => text === "t",
  [types.INT2]: Number,
  [types.INT4]: Number,
  [types.FLOAT4]: Number,
  [types.FLOAT8]: Number,
  [types.JSON]: JSON.parse,
  [types.JSONB]: JSON.parse,
  [types.TIMESTAMPTZ]: (text) => new Date(text),
};

function valueOf(text, parse) {
  return text === null || text === undefined ? null : parse(text);
}

/** A value as PostgreSQL reads it from text. */
function asText(value) {
  if (value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  if (Array.isArray(value)) return `{${value.map(element).join(",")}}`;
  return String(value);
}

function element(value) {
  return `"${String(value).replace(/["\\]/g, "\\$&")}"`;
}
