import type { Database } from '../database/database.ts';
import type { Cancellation } from './cancellation.ts';

/** The database as a load uses it: once the load is cancelled no statement is begun any more; the one under way is not interrupted. */
export function untilCancelled(database: Database, cancellation: Cancellation): Database {
  return {
    query: async (sql, params) => {
      cancellation.throwIfCancelled();
      return database.query(sql, params);
    },
    run: async (sql, params) => {
      cancellation.throwIfCancelled();
      return database.run(sql, params);
    },
    queryArrow: async (sql) => {
      cancellation.throwIfCancelled();
      return database.queryArrow(sql);
    },
    insertArrow: async (table, ipc, create) => {
      cancellation.throwIfCancelled();
      return database.insertArrow(table, ipc, create);
    },
    reconnect: async () => {
      cancellation.throwIfCancelled();
      return database.reconnect();
    },
  };
}
