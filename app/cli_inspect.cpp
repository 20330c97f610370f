#include "app/cli.h"
#include "app/cli_options.h"
#include "app/cli_output.h"
#include "core/analysis/architecture.h"
#include "core/base/printable.h"
#include "core/interop/report_json.h"
#include "core/io/model_source.h"
#include "core/quant/scheme.h"

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

QString schemeText(const TensorInfo& tensor)
{
    if (!tensor.encoding)
        return {};
    const Scheme* known = schemeNamed(tensor.encoding->scheme);
    if (!known || qstrcmp(known->family, "affine") != 0)
        return printable(tensor.encoding->scheme) + (known ? QString() : u" (cannot decode)"_s);
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

/// "Flux, by double_blocks.0.img_attn.proj.weight"
QString architectureText(const Recognition& recognition)
{
    if (!recognition.architecture)
        return u"unknown"_s;
    const QStringList& names = recognition.evidence;
    const QString more = names.size() > 1 ? u" and %1 more"_s.arg(names.size() - 1) : QString();
    return u"%1, by %2"_s.arg(recognition.architecture->title, printable(names.value(0))) + more;
}

/// What a GGUF file says about itself, without the long lists of a tokenizer.
void printGeneral(const ModelHeader& header)
{
    for (auto entry = header.metadata.constBegin(); entry != header.metadata.constEnd(); ++entry)
        if (entry.key().startsWith("general."_L1))
            printLine(u"%1: %2"_s.arg(printable(entry.key(), 80), printable(entry.value(), 160)));
}

void printTable(const ModelSource& source, const Recognition& recognition)
{
    std::int64_t parameters = 0;
    for (const TensorInfo& tensor : source.header().tensors)
        parameters += tensor.elements();
    print(tensorTable(source.header()));
    printLine(u"\n%1 tensors, %2 parameters, %3 on disk"_s.arg(source.header().tensors.size())
                  .arg(parameters)
                  .arg(bytesText(source.fileBytes())));
    printLine(u"format: %1"_s.arg(QLatin1StringView(source.format().title)));
    printLine(u"architecture: %1"_s.arg(architectureText(recognition)));
    printGeneral(source.header());
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
    const Recognition recognition = recognise(source->header());
    const Architecture* architecture = recognition.architecture;
    if (arguments.has("--json"_L1))
        print(headerJson(path, source->format().id, source->fileBytes(), source->header(),
            architecture ? architecture->id : QString(), recognition.evidence));
    else
        printTable(*source, recognition);
    return Done;
}

} // namespace aq::cli
