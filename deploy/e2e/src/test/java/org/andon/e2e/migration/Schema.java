package org.andon.e2e.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a service's statements rely on, as PostgreSQL itself tells it.
 *
 * @param tables and the file each is in: another one, and it was written anew
 * @param columns by table and name
 * @param constraints the columns each concerns, by table and name
 * @param routines functions and procedures with their parameters
 */
record Schema(
    Map<String, String> tables,
    Map<String, Column> columns,
    Map<String, Set<String>> constraints,
    Set<String> routines) {

  record Column(String table, String type, boolean required, boolean filledIn) {
    boolean mustBeGiven() {
      return required && !filledIn;
    }
  }

  private static final String TABLES =
      """
      select relname, pg_relation_filenode(oid)::text from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      """;
  private static final String COLUMNS =
      """
      select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
             a.atthasdef or a.attidentity <> ''
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and a.attnum > 0 and not a.attisdropped
      """;

  /** Those that are no constraint on being null, which are the columns' own. */
  private static final String CONSTRAINTS =
      """
      select n.conname, c.relname, a.attname
      from pg_constraint n join pg_class c on c.oid = n.conrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any (n.conkey)
      where n.connamespace = 'public'::regnamespace and n.contype <> 'n'
      """;

  private static final String ROUTINES =
      """
      select oid::regprocedure::text from pg_proc where pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e')
      """;

  static Schema of(Connection connection) throws SQLException {
    Schema schema = new Schema(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
    each(connection, TABLES, row -> schema.tables.put(row.getString(1), row.getString(2)));
    each(
        connection,
        COLUMNS,
        row ->
            schema.columns.put(
                row.getString(1) + "." + row.getString(2),
                new Column(
                    row.getString(1), row.getString(3), row.getBoolean(4), row.getBoolean(5))));
    each(
        connection,
        CONSTRAINTS,
        row ->
            schema
                .constraints
                .computeIfAbsent(row.getString(1), name -> new TreeSet<>())
                .add(row.getString(2) + "." + row.getString(3)));
    each(connection, ROUTINES, row -> schema.routines.add(row.getString(1)));
    return schema;
  }

  @FunctionalInterface
  interface Row {
    void read(ResultSet row) throws SQLException;
  }

  static void each(Connection connection, String query, Row reader) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        reader.read(row);
      }
    }
  }
}
