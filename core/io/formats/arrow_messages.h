#pragma once
#include "core/io/formats/arrow_body.h"
#include "core/io/formats/arrow_table.h"

namespace aq {

/// What the schema is made of. Its size follows from the metadata alone.
struct ArrowSchemaParts {
    const QMap<QString, QString>& metadata;
    ArrowWidth width;
};

/// The schema message: prefix, flatbuffer, and zeros so that what follows it is aligned.
/// @param offset  where in the file it begins
QByteArray arrowSchemaMessage(const ArrowSchemaParts& parts, std::int64_t offset);

/// A record batch's message; its size is the same for every tensor. @pre it begins aligned.
QByteArray arrowBatchMessage(const ArrowBody& body);

/// What follows the last batch of a stream.
QByteArray arrowEndOfStream();

/// What follows the last batch of a file: end-of-stream mark, footer, its size, magic.
QByteArray arrowEnding(const ArrowSchemaParts& parts, const std::vector<ArrowBlock>& blocks);

} // namespace aq
