"""DuckDB through its C API in ctypes: queries as Arrow tables, and Arrow tables in queries."""
import ctypes

import aq_cdata as cdata
from aq_cdata import ArrowArray, ArrowSchema
from aq_table import Table

POINTER = ctypes.c_void_p


class DuckDB:
    """A database in memory, with one connection."""

    def __init__(self, path):
        self.c = ctypes.CDLL(path)
        self.c.duckdb_library_version.restype = ctypes.c_char_p
        self.c.duckdb_query_arrow_error.restype = ctypes.c_char_p
        self.c.duckdb_error_data_message.restype = ctypes.c_char_p
        for name, count in (("query_arrow_error", 1), ("query_arrow_schema", 2),
                            ("query_arrow_array", 2), ("destroy_arrow", 1), ("arrow_scan", 3),
                            ("schema_from_arrow", 3), ("data_chunk_from_arrow", 4),
                            ("appender_create", 4), ("append_data_chunk", 2),
                            ("destroy_data_chunk", 1), ("appender_destroy", 1),
                            ("destroy_arrow_converted_schema", 1), ("error_data_message", 1),
                            ("disconnect", 1), ("close", 1)):
            getattr(self.c, "duckdb_" + name).argtypes = [POINTER] * count
        for name in ("schema_from_arrow", "data_chunk_from_arrow"):
            getattr(self.c, "duckdb_" + name).restype = POINTER
        self.database, self.connection = POINTER(), POINTER()
        self._check(self.c.duckdb_open(None, ctypes.byref(self.database)), "open")
        self._check(self.c.duckdb_connect(self.database, ctypes.byref(self.connection)), "connect")

    def version(self):
        return self.c.duckdb_library_version().decode()

    def close(self):
        self.c.duckdb_disconnect(ctypes.byref(self.connection))
        self.c.duckdb_close(ctypes.byref(self.database))

    @staticmethod
    def _check(failed, what):
        if failed:
            raise RuntimeError(f"DuckDB: {what}")

    def structs(self, sql):
        """(ArrowSchema, list of ArrowArray) as DuckDB filled them, to be released by whoever gets
        them: a batch per 2048 rows."""
        result, schema, batches = POINTER(), ArrowSchema(), []
        failed = self.c.duckdb_query_arrow(self.connection, sql.encode(), ctypes.byref(result))
        error = self.c.duckdb_query_arrow_error(result) or b""
        try:
            self._check(failed, error.decode())
            at = POINTER(ctypes.addressof(schema))
            self._check(self.c.duckdb_query_arrow_schema(result, ctypes.byref(at)), "schema")
            while True:
                batch = ArrowArray()
                at = POINTER(ctypes.addressof(batch))
                self._check(self.c.duckdb_query_arrow_array(result, ctypes.byref(at)), "array")
                if not batch.release:
                    return schema, batches
                batches.append(batch)
        finally:
            self.c.duckdb_destroy_arrow(ctypes.byref(result))

    def query(self, sql):
        """The answer as a Table, in DuckDB's buffers."""
        schema, batches = self.structs(sql)
        type_ = cdata.import_schema(schema)
        cdata.Imported(schema).release()
        return Table(type_, [cdata.import_array(type_, batch) for batch in batches])

    def load(self, name, stream):
        """Makes a table of a stream, which stays the caller's. By way of a view of its memory: there
        DuckDB 1.5 takes the stream for one of just the columns that a query names, so all of them
        are asked for. Nor does it release the schemas that it gets from the stream."""
        self._check(self.c.duckdb_arrow_scan(self.connection, b"the_stream",
                                             ctypes.addressof(stream)), "arrow_scan")
        self.query(f"create table {name} as from the_stream")
        self.query("drop view the_stream")

    def insert(self, name, table):
        """Appends the batches of a table to one of DuckDB's, which takes their arrays over."""
        schema, converted, appender = ArrowSchema(), POINTER(), POINTER()
        owner = cdata.Imported(cdata.export_schema(table.schema, schema))
        self._check_error(self.c.duckdb_schema_from_arrow(
            self.connection, ctypes.addressof(schema), ctypes.byref(converted)))
        self._check(self.c.duckdb_appender_create(self.connection, None, name.encode(),
                                                  ctypes.byref(appender)), "no such table")
        for batch in table.batches:
            array, chunk = cdata.export_array(batch, ArrowArray()), POINTER()
            self._check_error(self.c.duckdb_data_chunk_from_arrow(
                self.connection, ctypes.addressof(array), converted, ctypes.byref(chunk)))
            self._check(self.c.duckdb_append_data_chunk(appender, chunk), "append")
            self.c.duckdb_destroy_data_chunk(ctypes.byref(chunk))
        self._check(self.c.duckdb_appender_destroy(ctypes.byref(appender)), "append")
        self.c.duckdb_destroy_arrow_converted_schema(ctypes.byref(converted))
        owner.release()

    def _check_error(self, error):
        if error:
            raise RuntimeError(self.c.duckdb_error_data_message(error).decode())
