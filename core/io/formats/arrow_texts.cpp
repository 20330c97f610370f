// Columns of text: utf8 and large_utf8, utf8_view, and dictionaries of them.
#include "core/io/formats/arrow_batch.h"

#include "core/io/refusal.h"

#include <QStringDecoder>
#include <QtEndian>
#include <algorithm>

namespace aq {
namespace {

constexpr int viewBytes = 16;
constexpr std::int64_t mostInline = 12; ///< Bytes of text in the view itself.

Result<QString> decoded(Bytes utf8, std::size_t row)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decode(QByteArrayView(utf8.data(), qsizetype(utf8.size())));
    if (decode.hasError())
        return corrupt(QStringLiteral("row %1 is not UTF-8").arg(row));
    return text;
}

/// A text of a utf8_view column: length, then the text or where it is.
struct View {
    std::int64_t bytes = 0;
    std::int64_t buffer = 0, offset = 0; ///< Of a text that is not in the view itself.
};

View viewAt(const std::byte* at)
{
    return {qFromLittleEndian<qint32>(at), qFromLittleEndian<qint32>(at + 8),
        qFromLittleEndian<qint32>(at + 12)};
}

} // namespace

Result<ArrowTexts> ArrowBatch::plainTexts(const ArrowField& field, const ArrowValidity& valid)
{
    const auto run = m_buffers.run(field, 2);
    if (!run)
        return run.error();
    const auto spans = spansWithin(field, run->bytes);
    if (!spans)
        return spans.error();
    const std::int64_t end = spans->empty() ? 0 : spans->back().first + spans->back().count;
    const auto bytes = m_buffers.first(*run, end);
    if (!bytes)
        return bytes.error();
    ArrowTexts texts(spans->size());
    for (std::size_t row = 0; row < texts.size(); ++row) {
        if (!isValid(valid, row))
            continue;
        const auto [first, count] = (*spans)[row];
        auto text = decoded(Bytes(*bytes).subspan(std::size_t(first), std::size_t(count)), row);
        if (!text)
            return text.error();
        texts[row] = std::move(*text);
    }
    return texts;
}

/// The data buffers of a utf8_view column, each as far as a view points into it.
Result<std::vector<std::vector<std::byte>>> ArrowBatch::viewedData(
    const ArrowField& field, const ArrowValidity& valid, Bytes views)
{
    std::vector<std::int64_t> ends(std::size_t(m_buffers.viewBuffers(field)));
    for (std::size_t row = 0; row < views.size() / viewBytes; ++row) {
        const View view = viewAt(views.data() + row * viewBytes);
        if (view.bytes <= mostInline || !isValid(valid, row))
            continue;
        if (view.buffer < 0 || view.buffer >= std::int64_t(ends.size()) || view.offset < 0)
            return corrupt(QStringLiteral("row %1 is in a buffer that is not there").arg(row));
        auto& end = ends[std::size_t(view.buffer)];
        end = std::max(end, view.offset + view.bytes);
    }
    std::vector<std::vector<std::byte>> data;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const auto run = m_buffers.run(field, int(i) + 2);
        if (!run)
            return run.error();
        if (ends[i] > run->bytes)
            return corrupt(QStringLiteral("has texts up to byte %1 of a buffer of %2")
                               .arg(ends[i])
                               .arg(run->bytes));
        auto bytes = m_buffers.first(*run, ends[i]);
        if (!bytes)
            return bytes.error();
        data.push_back(std::move(*bytes));
    }
    return data;
}

Result<ArrowTexts> ArrowBatch::viewedTexts(const ArrowField& field, const ArrowValidity& valid)
{
    if (const auto length = checkLength(field); !length)
        return length.error();
    const auto run = m_buffers.run(field, 1);
    if (!run)
        return run.error();
    if (rows() > run->bytes / viewBytes)
        return corrupt(QStringLiteral("has too few views"));
    const auto views = m_buffers.first(*run, rows() * viewBytes);
    if (!views)
        return views.error();
    const auto data = viewedData(field, valid, *views);
    if (!data)
        return data.error();
    ArrowTexts texts(static_cast<std::size_t>(rows()));
    for (std::size_t row = 0; row < texts.size(); ++row) {
        if (!isValid(valid, row))
            continue;
        const std::byte* at = views->data() + row * viewBytes;
        const View view = viewAt(at);
        if (view.bytes < 0)
            return corrupt(QStringLiteral("row %1 has %2 bytes").arg(row).arg(view.bytes));
        const std::byte* from = view.bytes <= mostInline
            ? at + 4
            : (*data)[std::size_t(view.buffer)].data() + view.offset;
        auto text = decoded(Bytes(from, std::size_t(view.bytes)), row);
        if (!text)
            return text.error();
        texts[row] = std::move(*text);
    }
    return texts;
}

/// Rows that are null may have any index.
Result<ArrowTexts> ArrowBatch::dictionaryTexts(
    const ArrowField& field, const ArrowValidity& valid, const ArrowDictionaries& dictionaries)
{
    const auto rowIndices = indices(field);
    if (!rowIndices)
        return rowIndices.error();
    const auto values = dictionaries.constFind(*field.dictionary);
    const std::size_t count = values == dictionaries.constEnd() ? 0 : values->size();
    ArrowTexts texts(rowIndices->size());
    for (std::size_t row = 0; row < texts.size(); ++row) {
        if (!isValid(valid, row))
            continue;
        const std::int64_t index = (*rowIndices)[row];
        if (index < 0 || index >= std::int64_t(count))
            return corrupt(QStringLiteral("row %1 is value %2 of a dictionary of %3")
                               .arg(row)
                               .arg(index)
                               .arg(count));
        texts[row] = (*values)[std::size_t(index)];
    }
    return texts;
}

Result<ArrowTexts> ArrowBatch::readTexts(ArrowSource& source, const arrow::RecordBatch& batch,
    const ArrowField& field, const ArrowBlock& block)
{
    ArrowField values; // The only column of the dictionary's batch.
    values.name = field.name;
    values.wide = field.wide;
    values.views = field.views;
    const ArrowLayout layout{1, field.views ? 2 : 3, field.views ? 1 : 0};
    auto buffers = ArrowBuffers::read(source, batch, layout, block);
    if (!buffers)
        return buffers.error();
    return ArrowBatch(std::move(*buffers), 0).texts(values, {});
}

} // namespace aq
