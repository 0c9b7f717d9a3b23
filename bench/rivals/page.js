import * as duckdb from "@duckdb/duckdb-wasm";
import { Coordinator, wasmConnector } from "@uwdata/mosaic-core";
import { fromArrow, op } from "arquero";
import { openCatalog, viewsEngine } from "@yeelen/query";
import { wasmEngine } from "@yeelen/query/wasm";

const build = {
  module: "/engine/duckdb-eh.wasm",
  worker: "/engine/duckdb-browser-eh.worker.js",
  rangeWorker: "/wasm/range-worker.js",
};
const here = (input, init) => fetch(input, init);

/** A catalogue with the engine in the browser; `wholeUpTo: 0` reads every file by ranges. */
async function open(data, options = {}) {
  const engine = wasmEngine({ builds: { eh: build }, fetch: here, ...options });
  return openCatalog(new URL(data, location.href), { fetch: here, engines: [viewsEngine(), engine] });
}

/** The library alone, without a line of ours. */
async function bare() {
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(build.worker));
  await database.instantiate(new URL(build.module, location.href).href);
  const connection = await database.connect();
  return { database, connection };
}

async function time(run, runs) {
  const times = [];
  for (let count = 0; count < runs; count++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times;
}

globalThis.bench = {
  async coldOurs(data, question) {
    const start = performance.now();
    const catalog = await open(data);
    await catalog.query(question, { engine: "wasm" });
    return performance.now() - start;
  },

  async coldBare() {
    const start = performance.now();
    const { connection } = await bare();
    await connection.query("SELECT 1");
    return performance.now() - start;
  },

  async view(data, question, runs) {
    const catalog = await open(data);
    await catalog.query(question);
    return time(() => catalog.query(question), runs);
  },

  async groupBy(data, file, sql, loop, runs) {
    const catalog = await open(data, { wholeUpTo: 2 ** 30 });
    const ask = { rowLimit: 100_000, timeLimit: 60_000 };
    await catalog.sql(sql, ask);

    const { database, connection } = await bare();
    await database.registerFileBuffer("data.duckdb", new Uint8Array(await (await fetch(file)).arrayBuffer()));
    await connection.query("ATTACH 'data.duckdb' AS data (READ_ONLY)");
    await connection.query("USE data");
    const coordinator = new Coordinator(wasmConnector({ duckdb: database, connection }), {
      logger: null,
      cache: false,
    });
    await coordinator.query(sql, { cache: false });

    const columns = await connection.query(`SELECT ${loop.columns.join(", ")} FROM observations`);
    const arrays = Object.fromEntries(loop.columns.map((name) => [name, columns.getChild(name).toArray()]));
    const keys = Array.from(columns.getChild("area"), String);
    const byHand = () => {
      const groups = new Map();
      for (let row = 0; row < keys.length; row++) {
        if (arrays.period[row] < loop.from) continue;
        const group = groups.get(keys[row]);
        if (group) {
          group.count += 1;
          group.sum += arrays.value[row];
        } else groups.set(keys[row], { count: 1, sum: arrays.value[row] });
      }
      return groups;
    };
    const table = fromArrow(
      await coordinator.query(`SELECT ${loop.columns.join(", ")} FROM observations`, { cache: false }),
    );
    const arquero = () =>
      table
        .params({ from: loop.from })
        .filter((row, $) => row.period >= $.from)
        .groupby("area")
        .rollup({ count: op.count(), sum: op.sum("value") })
        .numRows();
    const contenders = {
      ours: () => catalog.sql(sql, ask),
      bare: () => connection.query(sql),
      mosaic: () => coordinator.query(sql, { cache: false }),
      arquero,
      byHand,
    };
    const result = { ours: [], bare: [], mosaic: [], arquero: [], byHand: [] };
    // in turns, each time another one first, so that a busy machine slows all of them alike
    const names = Object.keys(contenders);
    for (let run = 0; run < runs; run++)
      for (let turn = 0; turn < names.length; turn++) {
        const name = names[(run + turn) % names.length];
        const [took] = await time(contenders[name], 1);
        if (run >= names.length) result[name].push(took);
      }
    return result;
  },

  async ranges(data, questions) {
    const catalog = await open(data, { wholeUpTo: 0 });
    const answered = [];
    for (const question of questions) {
      const { rows } = await catalog.query(question, { engine: "wasm" });
      answered.push({ rows: rows.length, known: rows.filter((row) => row.value !== null).length });
      await fetch("/mark");
    }
    return answered;
  },

  async manyThenTerminate(data, question, count) {
    const catalog = await open(data);
    for (let asked = 0; asked < count; asked++)
      await catalog.query({ ...question, measure: asked % 2 ? "value" : "change" }, { engine: "wasm" });
    await catalog.close();
  },
};
