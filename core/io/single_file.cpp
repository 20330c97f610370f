#include "core/io/single_file.h"

namespace aq {

Result<OpenedModel> openSingleFile(
    const QString& path, Result<ModelHeader> (*readHeader)(const ByteSource& file))
{
    auto file = openFile(path);
    if (!file)
        return file.error();
    auto header = readHeader(**file);
    if (!header)
        return header.error().in(path);
    OpenedModel opened;
    opened.header = std::move(*header);
    opened.parts = {std::move(*file)};
    opened.files = QStringList{path};
    return opened;
}

} // namespace aq
