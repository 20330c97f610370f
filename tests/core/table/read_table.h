#pragma once
#include "core/table/c_owner.h"
#include "core/tensor/tensor_info.h"
#include "tests/support/c_arrays.h"

#include <QByteArray>
#include <QStringList>

namespace aq::test {

/// A layer to be quantized; without a shape where that is empty and `shaped` false.
struct TestLayer {
    const char* name;
    std::vector<float> weights;
    Shape shape = {};
};

/// One batch with layer_name, weights list<float32> and shape list<int64>.
CArrayData weightsTable(const std::vector<TestLayer>& layers);
/// Without the column of the shapes.
CArrayData unshapedTable(const std::vector<TestLayer>& layers);

/// What a consumer of the C data interface sees of a table: values as bytes, by row and column.
/// Written from the interface's specification alone.
class ReadTable {
public:
    ReadTable() = default;
    explicit ReadTable(ArrowArrayStream* stream); ///< Reads it to its end and releases it.
    ReadTable(ArrowSchema* schema, ArrowArray* batch);

    qint64 rows() const { return m_rows; }
    qint64 batches() const { return m_batches; }
    QStringList types() const;                    ///< "layer_name u", "scales +l<f>"
    QString problem() const { return m_problem; } ///< What breaks the format; empty: nothing.

    QByteArray bytes(qint64 row, const char* column) const;
    QString text(qint64 row, const char* column) const
    {
        return QString::fromUtf8(bytes(row, column));
    }
    template <typename T>
    std::vector<T> list(qint64 row, const char* column) const
    {
        const QByteArray data = bytes(row, column);
        std::vector<T> values(std::size_t(data.size()) / sizeof(T));
        if (!values.empty())
            std::memcpy(values.data(), data.constData(), values.size() * sizeof(T));
        return values;
    }
    template <typename T>
    T number(qint64 row, const char* column) const
    {
        return list<T>(row, column).at(0);
    }
    QStringList texts(const char* column) const;
    /// Every value of every row, in order: equal for equal tables.
    QByteArray allBytes() const;

private:
    struct Column {
        QByteArray name, format, item;
        std::vector<QByteArray> values;
    };
    void open(const ArrowSchema& schema);
    void add(const ArrowArray& batch);
    void addColumn(Column& column, const ArrowArray& array, qint64 offset, qint64 rows);
    const Column& at(const char* name) const;

    std::vector<Column> m_columns;
    qint64 m_rows = 0, m_batches = 0;
    QString m_problem;
};

} // namespace aq::test
