#pragma once
#include "core/tensor/tensor_info.h"

#include <QByteArray>
#include <QStringList>
#include <vector>

namespace aq::test {

/// A table as another program might hand it over: columns by name, rows in one record batch.
/// Written with flatbuffers alone, apart from the writer under test.
class ArrowTableBytes {
public:
    ArrowTableBytes& texts(const char* name, const QStringList& values); ///< utf8
    ArrowTableBytes& floats(const char* name, const std::vector<std::vector<float>>& values);
    ArrowTableBytes& doubles(const char* name, const std::vector<std::vector<double>>& values);
    ArrowTableBytes& longs(const char* name, const std::vector<Shape>& values); ///< list<int64>
    ArrowTableBytes& int32s(const char* name, const std::vector<qint32>& values);

    QByteArray file() const;   ///< Arrow IPC file.
    QByteArray stream() const; ///< Arrow IPC stream.

private:
    enum class Type : std::uint8_t { Text, FloatList, DoubleList, LongList, Int32 };
    struct Column {
        QByteArray name;
        Type type;
        std::vector<QByteArray> buffers; ///< Validity buffers (none of them) are left out.
        qint64 rows = 0, items = 0;
    };
    template <typename T>
    ArrowTableBytes& lists(const char* name, Type type, const std::vector<std::vector<T>>& values);
    struct Writing;

    std::vector<Column> m_columns;
};

/// layer_name, weights list<float32> and, unless `shapes` is empty, shape list<int64>.
ArrowTableBytes weightsTable(const QStringList& names,
    const std::vector<std::vector<float>>& weights, const std::vector<Shape>& shapes = {});

} // namespace aq::test
