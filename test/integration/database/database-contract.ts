import { DatabaseError, type Database } from "@genai-office/shared/database";

/** What holds for both kinds of database. */
export function describeDatabase(database: () => Database): void {
  test("values come back the same, whichever kind it is", async () => {
    const at = new Date("2026-04-01T09:00:00.123Z");
    const bytes = new Uint8Array([0, 1, 255]);
    const rows = await database().query(
      `select $1::text as text, $2::bigint as big, $3::numeric as number, $4::boolean as yes, $5::timestamptz as at,
        $6::jsonb as json, $7::bytea as bytes, $8::text[] as texts, $9::integer[] as integers, $10::text as nothing,
        '2026-04-01'::date as day, count(*) as counted`,
      ["予算", 9_007_199_254_740_991, 12.5, true, at, '{"a":[1,"二"]}', bytes, ["甲", 'b"c,{}'], [1, 2], null],
    );
    expect(rows).toHaveLength(1);
    const [row] = rows;
    expect({ ...row, bytes: [...(row?.["bytes"] as Uint8Array)] }).toEqual({
      text: "予算",
      big: 9_007_199_254_740_991,
      number: 12.5,
      yes: true,
      at,
      json: { a: [1, "二"] },
      bytes: [0, 1, 255],
      texts: ["甲", 'b"c,{}'],
      integers: [1, 2],
      nothing: null,
      day: "2026-04-01",
      counted: 1,
    });
  });

  test("a statement that is asked often gives the same, and takes no part in somebody's transaction", async () => {
    const sql = `select cardinality($1::text[]) as texts, ($1::text[])[1] as first, $2::bigint as big, $3::boolean as yes, $4::timestamptz as at, $5::jsonb as json,
      $6::text as nothing, $7::bytea = '\\x00ff' as bytes, 'x' || $8::integer as text`;
    const at = new Date("2026-04-01T09:00:00.123Z");
    const values = [['甲"\\,{}', "NULL"], 12_345_678_901, false, at, '{"a":"二"}', null, new Uint8Array([0, 255]), 7];
    const expected = [
      {
        texts: 2,
        first: '甲"\\,{}',
        big: 12_345_678_901,
        yes: false,
        at,
        json: { a: "二" },
        nothing: null,
        bytes: true,
        text: "x7",
      },
    ];
    const rows = await Promise.all([1, 2, 3].map(() => database().queryOften(sql, values as never)));
    for (const row of rows) expect(row).toEqual(expected);
    await expect(database().queryOften("select 1 / $1::integer as no", [0])).rejects.toMatchObject({ code: "22012" });

    await database().query("create table apart (a integer)");
    let inserted: Promise<unknown> = Promise.resolve();
    const failed = database().transaction(async (transaction) => {
      await transaction.query("insert into apart values (1)");
      inserted = database().queryOften("insert into apart values ($1)", [2]);
      await transaction.query("insert into apart values (3)");
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    await inserted;
    expect(await database().query("select a from apart")).toEqual([{ a: 2 }]);
  });

  test("a transaction is kept as a whole, or not at all", async () => {
    await database().transaction(async (transaction) => {
      await transaction.script("create table kept (a integer primary key); create table also_kept (b integer)");
      await transaction.query("insert into kept values ($1)", [1]);
    });
    const failure = new Error("no");
    const failed = database().transaction(async (transaction) => {
      await transaction.query("insert into kept values ($1)", [2]);
      throw failure;
    });
    await expect(failed).rejects.toBe(failure);
    expect(await database().query("select a from kept")).toEqual([{ a: 1 }]);
  });

  test("a failure inside a transaction tells the state, never a value, and leaves the connection usable", async () => {
    await database().query("create table once (a text primary key)");
    const failed = database().transaction(async (transaction) => {
      await transaction.query("insert into once values ($1)", ["秘密"]);
      await transaction.query("insert into once values ($1)", ["秘密"]);
    });
    const error = await failed.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DatabaseError);
    expect((error as DatabaseError).code).toBe("23505");
    expect((error as DatabaseError).message).not.toContain("秘密");
    expect(await database().query("select a from once")).toEqual([]);
  });

  test("a mistake in a statement tells its state", async () => {
    await expect(database().query("select nothing from nowhere")).rejects.toMatchObject({ code: "42P01" });
  });

  test("statements of many askers are all answered, also beside a transaction", async () => {
    await database().query("create table counted (a integer)");
    const inserts = Array.from({ length: 50 }, (_, a) => database().query("insert into counted values ($1)", [a]));
    const transactions = Array.from({ length: 5 }, (_, a) =>
      database().transaction(async (transaction) => {
        await transaction.query("insert into counted values ($1)", [100 + a]);
        const [row] = await transaction.query<{ a: number }>("select a from counted where a = $1", [100 + a]);
        return row?.a;
      }),
    );
    expect(await Promise.all(transactions)).toEqual([100, 101, 102, 103, 104]);
    await Promise.all(inserts);
    expect(await database().query("select count(*) as n, sum(a) as total from counted")).toEqual([
      { n: 55, total: 1735 },
    ]);
  });
}
