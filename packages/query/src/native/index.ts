export { releaseChanges } from "./release-changes.ts";
export { recompute, type Recomputed } from "./recompute.ts";
import type { AnswerRow } from "@yeelen/dataset/plain";
import type { OpenedRelease } from "../catalog/open-release.ts";
import type { Engine } from "../engine.ts";
import { startLimits, streamLimits, upTo, withLimits } from "../sql/limits.ts";
import { questionSql, tablesOf } from "../sql/question-sql.ts";
import { databaseFile, databaseName, sessionKey } from "../sql/session-sql.ts";
import { toBound } from "../sql/sql.ts";
import { bindable, openSession, type Session } from "./session.ts";

/** DuckDB inside Node: for the command line, publishing, prerendering and tests. */
export function nativeEngine(): Engine {
  const sessions = new Map<string, Promise<Session>>();

  function sessionOf(releases: readonly OpenedRelease[]): Promise<Session> {
    const key = sessionKey(releases);
    let session = sessions.get(key);
    if (!session) {
      session = openSession(releases);
      sessions.set(key, session);
      session.catch(() => sessions.delete(key));
    }
    return session;
  }

  return {
    name: "native",
    refuses: ({ release }) =>
      release.manifest.files.some((file) => file.path === databaseFile)
        ? undefined
        : `release ${release.id} has no ${databaseFile}`,
    async answer({ asked, release }, { signal }) {
      const session = await sessionOf([release]);
      const { text, values } = toBound(questionSql(asked, tablesOf(databaseName(0))));
      const reader = await session.run(signal, (connection) =>
        connection.runAndReadAll(text, bindable(values)),
      );
      return { rows: reader.getRowObjectsJS() as unknown as AnswerRow[], files: [databaseFile] };
    },
    async sql(text, releases, options) {
      const session = await sessionOf(releases);
      return withLimits(options, async ({ rowLimit, signal }) => {
        const { columns, rows } = await session.select(signal, text, rowLimit);
        return { columns, rows: rows.slice(0, rowLimit), truncated: rows.length > rowLimit };
      });
    },
    async *stream(text, releases, options) {
      const session = await sessionOf(releases);
      const { rowLimit, signal, end } = startLimits({ ...streamLimits, ...options });
      try {
        yield* upTo(rowLimit, session.stream(signal, text, rowLimit));
      } finally {
        end();
      }
    },
    async close() {
      const opened = [...sessions.values()];
      sessions.clear();
      for (const session of opened) await (await session).close();
    },
  };
}
