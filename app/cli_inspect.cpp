#include "app/cli.h"
#include "app/cli_options.h"
#include "app/cli_output.h"
#include "core/analysis/architecture.h"
#include "core/base/printable.h"
#include "core/interop/report_json.h"
#include "core/io/model_source.h"

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

QString schemeText(const TensorInfo& tensor)
{
    if (!tensor.encoding)
        return {};
    const int groupSize = tensor.encoding->options.groupSize;
    return tensor.encoding->scheme + (groupSize ? u" g%1"_s.arg(groupSize) : u" tensor"_s);
}

QString tensorTable(const ModelHeader& header)
{
    std::vector<QStringList> rows;
    for (const TensorInfo& tensor : header.tensors)
        rows.push_back({printable(tensor.name), QString::fromLatin1(nameOf(tensor.dtype)),
            schemeText(tensor), shapeText(tensor.shape), QString::number(tensor.elements()),
            QString::number(tensor.bytes())});
    return tableText(
        {u"tensor"_s, u"dtype"_s, u"scheme"_s, u"shape"_s, u">parameters"_s, u">bytes"_s}, rows);
}

void printTable(const ModelSource& source, const Architecture* architecture)
{
    std::int64_t parameters = 0;
    for (const TensorInfo& tensor : source.header().tensors)
        parameters += tensor.elements();
    print(tensorTable(source.header()));
    printLine(u"\n%1 tensors, %2 parameters, %3 on disk"_s.arg(source.header().tensors.size())
                  .arg(parameters)
                  .arg(bytesText(source.fileBytes())));
    printLine(u"format: %1"_s.arg(QLatin1StringView(source.format().title)));
    printLine(u"architecture: %1"_s.arg(architecture ? architecture->title : u"unknown"_s));
    for (const Component& component : source.opened().components)
        printLine(u"component: %1 %2"_s.arg(printable(component.id), printable(component.title))
                      .trimmed());
    for (const QString& note : source.opened().notes)
        printLine(u"note: %1"_s.arg(printable(note, 400)));
}

} // namespace

int inspect(const Arguments& arguments)
{
    const QString path = arguments.positional[0];
    const auto source = openFrom(arguments, path);
    if (!source)
        return fail(source.error(), path);
    const Architecture* architecture = recognise(source->header()).architecture;
    if (arguments.has("--json"_L1))
        print(headerJson(path, source->format().id, source->fileBytes(), source->header(),
            architecture ? architecture->id : QString()));
    else
        printTable(*source, architecture);
    return Done;
}

} // namespace aq::cli
