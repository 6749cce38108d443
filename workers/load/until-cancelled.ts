import type { Database } from '../database/database.ts';

/**
 * The database as a load uses it: once the load is cancelled no statement is begun any more; the one under way is not interrupted.
 *
 * @param cancelled rejects with what the refused statements reject with
 */
export function untilCancelled(database: Database, cancelled: Promise<never>): Database {
  let allowed: Promise<void> = Promise.resolve();
  cancelled.catch(() => {
    allowed = cancelled;
  });
  return {
    query: async (sql, params) => {
      await allowed;
      return database.query(sql, params);
    },
    run: async (sql, params) => {
      await allowed;
      return database.run(sql, params);
    },
    insertArrow: async (table, ipc, create) => {
      await allowed;
      return database.insertArrow(table, ipc, create);
    },
    reconnect: async () => {
      await allowed;
      return database.reconnect();
    },
  };
}
