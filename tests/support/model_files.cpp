#include "tests/support/model_files.h"

#include <QFile>

namespace aq::test {

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray elementsOf(const ModelSource& source, const TensorInfo& tensor)
{
    std::vector<std::byte> bytes(static_cast<std::size_t>(tensor.bytes()));
    if (const auto read = source.read(tensor, 0, bytes); !read) {
        qWarning("%s", qPrintable(textOf(read.error())));
        return {};
    }
    return {reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())};
}

QString textOf(const Error& error) { return error.where + QStringLiteral(": ") + error.detail; }

} // namespace aq::test
