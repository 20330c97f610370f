"""Arrow IPC files and streams with the columns of docs/formats/arrow.md. The metadata's flatbuffers are taken
apart by hand: a table is found through its vtable, fields are numbered as in Arrow's public schema."""
import struct

import numpy as np

from aq_tensors import Encoding, Tensor


class Table:
    """A flatbuffers table; fields by number, absent ones are None."""

    def __init__(self, data, position):
        self.data, self.position = data, position

    @staticmethod
    def root(data):
        return Table(data, struct.unpack_from("<I", data, 0)[0])

    def at(self, number):
        """Position of a field's value."""
        vtable = self.position - struct.unpack_from("<i", self.data, self.position)[0]
        if 4 + 2 * number >= struct.unpack_from("<H", self.data, vtable)[0]:
            return None
        offset = struct.unpack_from("<H", self.data, vtable + 4 + 2 * number)[0]
        return self.position + offset if offset else None

    def scalar(self, number, layout, default=0):
        position = self.at(number)
        return default if position is None else struct.unpack_from("<" + layout, self.data, position)[0]

    def follow(self, position):
        return position + struct.unpack_from("<I", self.data, position)[0]

    def table(self, number):
        position = self.at(number)
        return None if position is None else Table(self.data, self.follow(position))

    def vector(self, number):
        """(position of the first entry, count)."""
        position = self.at(number)
        if position is None:
            return 0, 0
        start = self.follow(position)
        return start + 4, struct.unpack_from("<I", self.data, start)[0]

    def tables(self, number):
        first, count = self.vector(number)
        return [Table(self.data, self.follow(first + 4 * i)) for i in range(count)]

    def structs(self, number, layout):
        first, count = self.vector(number)
        size = struct.calcsize("<" + layout)
        return [struct.unpack_from("<" + layout, self.data, first + size * i) for i in range(count)]

    def text(self, number):
        first, count = self.vector(number)
        return bytes(self.data[first : first + count]).decode()


# Union numbers of Schema.fbs' Type.
INT, FLOAT, BINARY, UTF8, LIST = 2, 3, 4, 5, 12
LARGE = {19: BINARY, 20: UTF8, 21: LIST}  # the same with 64-bit offsets
SCHEMA_MESSAGE, BATCH_MESSAGE = 1, 3


def item_dtype(field):
    kind, spec = field.scalar(2, "B"), field.table(3)
    if kind == INT:
        return ("<i" if spec.scalar(1, "B") else "<u") + str(spec.scalar(0, "i") // 8)
    assert kind == FLOAT, f"column type {kind}"
    return ("<f2", "<f4", "<f8")[spec.scalar(0, "h")]


def read_column(field, rows, nodes, buffers, body):
    """One value per row: str, uint8 array, number, or array. Takes its nodes and buffers."""
    kind = field.scalar(2, "B")
    offset_dtype = "<i8" if kind in LARGE else "<i4"
    kind = LARGE.get(kind, kind)
    assert nodes.pop(0) == (rows, 0), "a column has nulls or the wrong length"
    take = lambda: (lambda b: body[b[0] : b[0] + b[1]])(buffers.pop(0))
    take()  # validity: nothing is null
    if kind not in (BINARY, UTF8, LIST):
        return list(take().view(item_dtype(field))[:rows])
    ends = take().view(offset_dtype)[: rows + 1]
    values = take() if kind != LIST else None
    if kind == LIST:
        child = field.tables(5)[0]
        count, nulls = nodes.pop(0)
        assert nulls == 0
        take()
        values = take().view(item_dtype(child))[:count]
    parts = [values[ends[i] : ends[i + 1]] for i in range(rows)]
    return [p.tobytes().decode() for p in parts] if kind == UTF8 else parts


def blocks_of_file(data):
    """(schema, [(offset, bytes of the message, bytes of the body)]), from the footer."""
    assert data[-6:].tobytes() == b"ARROW1", "not a whole Arrow file"
    size = int.from_bytes(data[-10:-6].tobytes(), "little")
    footer = Table.root(data[-10 - size : -10].tobytes())
    return footer.table(1), footer.structs(3, "qi4xq")


def blocks_of_stream(data):
    """The same, message by message; a stream ends with its mark and nothing behind it."""
    schema, blocks, at = None, [], 0
    while True:
        mark, size = struct.unpack_from("<Ii", data, at)
        assert mark == 0xFFFFFFFF, "no message where one should begin"
        if size == 0:
            assert at + 8 == data.size, "bytes behind the end of the stream"
            return schema, blocks
        message = Table.root(data[at + 8 : at + 8 + size].tobytes())
        if message.scalar(1, "B") == SCHEMA_MESSAGE:
            assert schema is None, "two schemas"
            schema = message.table(2)
        else:
            blocks.append((at, 8 + size, message.scalar(3, "q")))
        at += 8 + size + message.scalar(3, "q")


def read_columns(path):
    """(list of rows as dicts by column name, metadata)."""
    data = np.memmap(path, np.uint8, "r")
    is_file = data[:6].tobytes() == b"ARROW1"
    schema, blocks = blocks_of_file(data) if is_file else blocks_of_stream(data)
    fields = schema.tables(1)
    metadata = {pair.text(0): pair.text(1) for pair in schema.tables(2)}
    rows = []
    for offset, message_bytes, body_bytes in blocks:
        message = Table.root(data[offset + 8 : offset + message_bytes].tobytes())
        assert message.scalar(1, "B") == BATCH_MESSAGE, "not a record batch"
        batch = message.table(2)
        body = data[offset + message_bytes : offset + message_bytes + body_bytes]
        count = batch.scalar(0, "q")
        nodes, buffers = batch.structs(1, "qq"), batch.structs(2, "qq")
        columns = {f.text(0): read_column(f, count, nodes, buffers, body) for f in fields}
        assert not nodes and not buffers, "more columns than the schema says"
        rows += [dict(zip(columns, values)) for values in zip(*columns.values())]
    return rows, metadata


def tensors_of(rows):
    """name -> Tensor, of rows with the columns of docs/formats/arrow.md."""
    tensors = {}
    for row in rows:
        shape = tuple(int(extent) for extent in row["shape"])
        tensor = Tensor(row["dtype"], shape, row["quantized_data"])
        tensor.stored = sum(row[k].nbytes for k in ("quantized_data", "scales", "zero_points"))
        if row["scheme"] != "keep":
            assert row["scheme"] == f"int{row['bit_width']}", row["scheme"]
            tensor.encoding = Encoding(int(row["bit_width"]), int(row["group_size"]), row["symmetry"],
                                       row["quantized_data"], row["scales"], row["zero_points"])
        assert row["layer_name"] not in tensors, "two rows of one name"
        tensors[row["layer_name"]] = tensor
    return tensors


def read(path):
    """(name -> Tensor, metadata)."""
    rows, metadata = read_columns(path)
    return tensors_of(rows), metadata
