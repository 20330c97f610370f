#pragma once
#include "core/io/model_source.h"

#include <QByteArray>

namespace aq::test {

/// Writes a file and says whether that worked; for `QVERIFY(write(...))`.
bool write(const QString& path, const QByteArray& bytes);

QByteArray contentsOf(const QString& path);

/// All elements of a tensor, row-major; empty (and a warning) when they cannot be read.
QByteArray elementsOf(const ModelSource& source, const TensorInfo& tensor);

/// "where: detail", as a person sees an error.
QString textOf(const Error& error);

} // namespace aq::test
