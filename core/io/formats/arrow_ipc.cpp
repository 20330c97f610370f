#include "core/io/formats/arrow_ipc.h"

#include "core/base/printable.h"
#include "core/io/formats/arrow_rows.h"
#include "core/io/formats/arrow_writer.h"
#include "core/io/formats/packed_words.h"
#include "core/io/refusal.h"
#include "core/io/single_file.h"

#include <QCoreApplication>
#include <QSet>
#include <cstring>

namespace aq {
namespace {

/// Chooses by the columns that are there.
Result<ArrowRowReader> readerFor(const ArrowTable& table)
{
    if (table.find(QLatin1StringView("quantized_data")))
        return quantizedRows(table);
    if (table.find(QLatin1StringView("weights")))
        return weightRows(table);
    return unsupported(QStringLiteral(
        "an Arrow table, but not of tensors: neither column 'quantized_data' nor 'weights'"));
}

bool sniff(const Probe& probe)
{
    return !probe.isFolder && probe.head.size() >= 6
        && std::memcmp(probe.head.data(), "ARROW1", 6) == 0;
}

Result<OpenedModel> open(const QString& path, const OpenOptions&)
{
    return openSingleFile(path, readArrowHeader);
}

} // namespace

Result<ModelHeader> readArrowHeader(const ByteSource& file)
{
    const auto table = readArrowTable(file);
    if (!table)
        return table.error();
    const auto reader = readerFor(*table);
    if (!reader)
        return reader.error();
    ModelHeader header;
    header.metadata = table->metadata;
    for (const QString& key : {versionKey, formulaKey}) // About the container, not the model.
        header.metadata.remove(key);
    QSet<QString> names;
    for (std::size_t i = 0; i < table->blocks.size(); ++i) {
        auto batch = ArrowBatch::read(file, *table, table->blocks[i]);
        auto tensors = batch ? (*reader)(*batch) : batch.error();
        if (!tensors)
            return tensors.error().in(QStringLiteral("record batch %1").arg(i));
        for (TensorInfo& tensor : *tensors) {
            if (names.contains(tensor.name))
                return corrupt(QStringLiteral("two rows have this name"))
                    .in(printable(tensor.name));
            names.insert(tensor.name);
            header.tensors.push_back(std::move(tensor));
        }
    }
    return header;
}

const Format arrowFormat{
    .id = "arrow",
    .title = QT_TRANSLATE_NOOP("Formats", "Arrow IPC table"),
    .nameFilter = "*.arrow *.feather",
    .sniff = sniff,
    .open = open,
    .create = createArrow,
    .fileBytes = arrowFileBytes,
};

} // namespace aq
