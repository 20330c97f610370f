#include "core/interop/csv_cell.h"
#include "core/interop/report_json.h"
#include "core/interop/text_number.h"

#include <array>

namespace aq {

namespace {

struct Column {
    const char* title;
    QByteArray (*text)(const TensorReport& tensor);
};
using Row = const TensorReport&;
constexpr std::array columns{
    Column{"name", [](Row t) { return csvCell(t.name); }},
    Column{"scheme", [](Row t) { return csvCell(t.scheme); }},
    Column{"reason", [](Row t) { return csvCell(t.reason); }},
    Column{"shape", [](Row t) { return csvCell(shapeText(t.shape)); }},
    Column{"parameters", [](Row t) { return numberText(t.parameters); }},
    Column{"bitsPerWeight", [](Row t) { return numberText(t.bitsPerWeight); }},
    Column{"bytesBefore", [](Row t) { return numberText(t.bytesBefore); }},
    Column{"bytesAfter", [](Row t) { return numberText(t.bytesAfter); }},
    Column{"cosine", [](Row t) { return numberText(t.cosine); }},
    Column{"relRmse", [](Row t) { return numberText(t.relRmse); }},
    Column{"sqnrDb", [](Row t) { return numberText(t.sqnrDb); }},
    Column{"maxError", [](Row t) { return numberText(t.maxError); }},
    Column{"status", [](Row t) { return QByteArray(statusId(t.status)); }},
    Column{"message", [](Row t) { return csvCell(t.message); }},
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
