#include "core/base/printable.h"
#include "core/interop/report_json.h"
#include "core/interop/text_number.h"

#include <array>

namespace aq {

namespace {

/// A cell of text: whole, its control characters escaped as in every report, quoted where RFC 4180
/// asks for it, and never the start of a formula. A spreadsheet runs what begins with = + - @, so
/// those get an apostrophe.
QByteArray cell(const QString& text)
{
    constexpr qsizetype escaped = 6; // Characters of \uXXXX.
    QByteArray bytes = printable(text, escaped * (text.size() + 1)).toUtf8();
    if (!bytes.isEmpty() && QByteArrayView("=+-@").contains(bytes.front()))
        bytes.prepend('\'');
    const bool isPlain = bytes.indexOf('"') < 0 && bytes.indexOf(',') < 0;
    return isPlain ? bytes : '"' + bytes.replace('"', "\"\"") + '"';
}

struct Column {
    const char* title;
    QByteArray (*text)(const TensorReport& tensor);
};
using Row = const TensorReport&;
constexpr std::array columns{
    Column{"name", [](Row t) { return cell(t.name); }},
    Column{"scheme", [](Row t) { return cell(t.scheme); }},
    Column{"reason", [](Row t) { return cell(t.reason); }},
    Column{"shape", [](Row t) { return cell(shapeText(t.shape)); }},
    Column{"parameters", [](Row t) { return numberText(t.parameters); }},
    Column{"bitsPerWeight", [](Row t) { return numberText(t.bitsPerWeight); }},
    Column{"bytesBefore", [](Row t) { return numberText(t.bytesBefore); }},
    Column{"bytesAfter", [](Row t) { return numberText(t.bytesAfter); }},
    Column{"cosine", [](Row t) { return numberText(t.cosine); }},
    Column{"relRmse", [](Row t) { return numberText(t.relRmse); }},
    Column{"sqnrDb", [](Row t) { return numberText(t.sqnrDb); }},
    Column{"maxError", [](Row t) { return numberText(t.maxError); }},
    Column{"status", [](Row t) { return QByteArray(statusId(t.status)); }},
    Column{"message", [](Row t) { return cell(t.message); }},
};

} // namespace

QByteArray reportCsv(const ValidationReport& report)
{
    QByteArrayList cells;
    for (const Column& column : columns)
        cells << column.title;
    QByteArray csv = cells.join(',') + "\r\n";
    for (const TensorReport& tensor : report.tensors) {
        cells.clear();
        for (const Column& column : columns)
            cells << column.text(tensor);
        csv += cells.join(',') + "\r\n";
    }
    return csv;
}

} // namespace aq
