#include "core/io/formats/arrow_ipc.h"

#include "core/base/printable.h"
#include "core/io/arrow_words.h"
#include "core/io/formats/arrow_frame.h"
#include "core/io/formats/arrow_rows.h"
#include "core/io/formats/arrow_stream.h"
#include "core/io/formats/arrow_writer.h"
#include "core/io/formats/packed_words.h"
#include "core/io/refusal.h"

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

/// Reads one batch after the other, and the dictionaries that come before each.
class TableReader {
public:
    TableReader(const std::shared_ptr<const ByteSource>& file, const ArrowTable& table)
        : m_source(file)
        , m_table(table)
        , m_dictionaryColumns(dictionaryColumns(table))
    {
    }

    Result<void> read(const ArrowRowReader& reader)
    {
        for (std::size_t i = 0; i < m_table.blocks.size(); ++i) {
            if (auto known = readDictionaries(i); !known)
                return known;
            auto batch = ArrowBatch::read(m_source, m_table, m_table.blocks[i], i);
            auto rows = batch ? reader(*batch, m_dictionaries) : batch.error();
            auto added = rows ? add(std::move(*rows)) : rows.error();
            if (!added)
                return added.error().in(QStringLiteral("record batch %1").arg(i));
        }
        return {};
    }

    std::vector<TensorInfo>& tensors() { return m_tensors; }
    bool hasShapes() const { return m_hasShapes; }
    const std::shared_ptr<ArrowInflated>& inflated() const { return m_source.inflated(); }

private:
    /// Those that hold from the `batch`-th batch on.
    Result<void> readDictionaries(std::size_t batch)
    {
        const auto& dictionaries = m_table.dictionaries;
        for (; m_next < dictionaries.size() && dictionaries[m_next].beforeBatch <= batch; ++m_next)
            if (auto read = readArrowDictionary(m_source, m_table, m_dictionaryColumns,
                    dictionaries[m_next].block, m_dictionaries);
                !read)
                return read.error().in(QStringLiteral("dictionary batch %1").arg(m_next));
        return {};
    }

    Result<void> add(ArrowRows rows)
    {
        m_hasShapes |= rows.hasShapes;
        for (TensorInfo& tensor : rows.tensors) {
            if (m_names.contains(tensor.name))
                return corrupt(twoRows()).in(printable(tensor.name));
            m_names.insert(tensor.name);
            m_tensors.push_back(std::move(tensor));
        }
        return {};
    }

    ArrowSource m_source;
    const ArrowTable& m_table;
    std::vector<const ArrowField*> m_dictionaryColumns;
    ArrowDictionaries m_dictionaries;
    std::size_t m_next = 0; ///< Dictionary batch.
    QSet<QString> m_names;
    std::vector<TensorInfo> m_tensors;
    bool m_hasShapes = false;
};

QStringList notesOn(const ArrowTable& table, const ModelHeader& header)
{
    QStringList notes;
    if (!header.hasShapes)
        notes << QStringLiteral("The table has no shapes: every layer is read as one row.");
    if (table.isStream && !table.hasEnding)
        notes << QStringLiteral("The stream has no mark at its end: if it was cut off between two "
                                "batches, this cannot be seen.");
    return notes;
}

Result<OpenedModel> modelOf(
    const ArrowTable& table, const std::shared_ptr<const ByteSource>& file, const QString& path)
{
    const auto reader = readerFor(table);
    if (!reader)
        return reader.error();
    TableReader rows(file, table);
    if (const auto read = rows.read(*reader); !read)
        return read.error();
    OpenedModel opened;
    opened.header.metadata = table.metadata;
    for (const QString& key : {versionKey, formulaKey}) // About the container, not the model.
        opened.header.metadata.remove(key);
    opened.header.tensors = std::move(rows.tensors());
    const ArrowField* shape = table.find(QLatin1StringView("shape"));
    opened.header.hasShapes = rows.hasShapes() || (shape && opened.header.tensors.empty());
    opened.notes = notesOn(table, opened.header);
    opened.parts = {file};
    opened.files = QStringList{path};
    if (rows.inflated()->size() > 0) {
        opened.parts.push_back(rows.inflated());
        opened.files << path;
    }
    return opened;
}

template <typename Open>
Result<OpenedModel> openWith(const QString& path, Open open)
{
    const auto file = openFile(path);
    if (!file)
        return file.error();
    auto opened = open(*file, path);
    if (!opened)
        return opened.error().in(path);
    return opened;
}

bool sniffFile(const Probe& probe)
{
    return !probe.isFolder && probe.head.size() >= 6
        && std::memcmp(probe.head.data(), "ARROW1", 6) == 0;
}

bool sniffStream(const Probe& probe)
{
    return !probe.isFolder && beginsAsArrowStream(probe.head, probe.size);
}

} // namespace

Result<OpenedModel> openArrow(const std::shared_ptr<const ByteSource>& file, const QString& path)
{
    const auto table = readArrowTable(*file);
    return table ? modelOf(*table, file, path) : table.error();
}

Result<OpenedModel> openArrowStream(
    const std::shared_ptr<const ByteSource>& file, const QString& path)
{
    const auto table = readArrowStream(*file);
    return table ? modelOf(*table, file, path) : table.error();
}

const Format arrowFormat{
    .id = "arrow",
    .title = QT_TRANSLATE_NOOP("Formats", "Arrow IPC table"),
    .nameFilter = "*.arrow *.feather",
    .sniff = sniffFile,
    .open = [](const QString& path, const OpenOptions&) { return openWith(path, openArrow); },
    .create = createArrow,
    .fileBytes = arrowFileBytes,
};

const Format arrowStreamFormat{
    .id = "arrow-stream",
    .title = QT_TRANSLATE_NOOP("Formats", "Arrow IPC stream"),
    .nameFilter = "*.arrows",
    .sniff = sniffStream,
    .open = [](const QString& path, const OpenOptions&) { return openWith(path, openArrowStream); },
    .create = createArrowStream,
    .fileBytes = arrowStreamBytes,
};

} // namespace aq
