#pragma once
#include "core/io/formats/arrow_body.h"
#include "core/io/formats/arrow_table.h"

namespace aq {

/// The schema message: prefix, flatbuffer, and zeros so that what follows it is aligned.
/// @param offset  where in the file it begins
QByteArray arrowSchemaMessage(const QMap<QString, QString>& metadata, std::int64_t offset);

/// A record batch's message; its size is the same for every tensor. @pre it begins aligned.
QByteArray arrowBatchMessage(const ArrowBody& body);

/// What follows the last batch: end-of-stream mark, footer, its size, magic.
QByteArray arrowEnding(
    const QMap<QString, QString>& metadata, const std::vector<ArrowBlock>& blocks);

} // namespace aq
