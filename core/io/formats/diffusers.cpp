#include "core/io/formats/diffusers.h"

#include "core/base/printable.h"
#include "core/io/formats/diffusers_index.h"
#include "core/io/formats/sharded.h"
#include "core/io/model_source.h"
#include "core/io/probe.h"
#include "core/io/refusal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <algorithm>
#include <string_view>

namespace aq {
namespace {

constexpr std::int64_t maxIndexSize = 1 << 20; ///< Bytes; real ones take about 600.
const QLatin1StringView indexName("model_index.json");

bool sniff(const Probe& probe)
{
    if (probe.isFolder)
        return QFileInfo::exists(QDir(probe.path).filePath(indexName));
    const std::string_view head(
        reinterpret_cast<const char*>(probe.head.data()), probe.head.size());
    return QFileInfo(probe.path).fileName() == indexName
        && head.find("\"_class_name\"") != head.npos;
}

Result<DiffusersIndex> readIndex(const QString& path)
{
    const auto file = openFile(path);
    if (!file)
        return file.error();
    if ((*file)->size() > maxIndexSize)
        return corrupt(QStringLiteral("%1 bytes, too many").arg((*file)->size())).in(path);
    const auto text = readBytes(**file, 0, (*file)->size());
    if (!text)
        return text.error().in(path);
    auto index = parseDiffusersIndex(*text);
    if (!index)
        return index.error().in(path);
    return index;
}

std::vector<Component> findComponents(
    const QString& folder, const DiffusersIndex& index, QStringList& notes)
{
    std::vector<Component> components;
    for (const DiffusersIndex::Entry& entry : index.components) {
        const QString weights = componentWeights(folder + QLatin1Char('/') + entry.id, notes);
        if (!weights.isEmpty())
            components.push_back({entry.id, entry.className, weights});
    }
    return components;
}

QString idsOf(const std::vector<Component>& components)
{
    QStringList ids;
    for (const Component& component : components)
        ids << printable(component.id);
    return ids.join(QStringLiteral(", "));
}

/// The ones asked for, all if none was.
Result<std::vector<Component>> choose(
    const std::vector<Component>& components, const QStringList& ids)
{
    if (components.empty())
        return unsupported(QStringLiteral("no component of this folder has weights"));
    std::vector<Component> chosen;
    for (const Component& component : components)
        if (ids.isEmpty() || ids.contains(component.id))
            chosen.push_back(component);
    for (const QString& id : ids)
        if (std::none_of(
                chosen.begin(), chosen.end(), [&](const Component& c) { return c.id == id; }))
            return unsupported(QStringLiteral("no component '%1'; there are %2")
                                   .arg(printable(id), idsOf(components)));
    return chosen;
}

/// The index and all that lies in the folders it names: settings, words, variants, weights.
QStringList filesOfPipeline(const QString& folder, const DiffusersIndex& index)
{
    QStringList files{folder + QLatin1Char('/') + indexName};
    for (const DiffusersIndex::Entry& entry : index.components) {
        const QDir dir(folder + QLatin1Char('/') + entry.id);
        for (const QString& name : dir.entryList(QDir::Files | QDir::Hidden))
            files << dir.filePath(name);
    }
    return files;
}

/// Puts a component's tensors behind those of the others, under `prefix`.
void addComponent(const ModelSource& source, const QString& prefix, OpenedModel& model)
{
    const OpenedModel& opened = source.opened();
    const int firstPart = int(model.parts.size());
    for (TensorInfo tensor : opened.header.tensors) {
        tensor.name.prepend(prefix);
        moveParts(tensor, firstPart);
        model.header.tensors.push_back(std::move(tensor));
    }
    for (auto entry = opened.header.metadata.cbegin(); entry != opened.header.metadata.cend();
         ++entry)
        if (!model.header.metadata.contains(entry.key()))
            model.header.metadata.insert(entry.key(), entry.value());
    model.parts.insert(model.parts.end(), opened.parts.begin(), opened.parts.end());
    model.files << opened.files;
    model.protectedFiles << opened.protectedFiles;
    for (const QString& note : opened.notes)
        model.notes << prefix + note;
}

Result<void> checkUnique(const ModelHeader& header)
{
    QSet<QString> names;
    for (const TensorInfo& tensor : header.tensors) {
        if (names.contains(tensor.name)) // "a" with "b.c" and "a.b" with "c".
            return corrupt(QStringLiteral("two components have a tensor of this name"))
                .in(printable(tensor.name));
        names.insert(tensor.name);
    }
    return {};
}

Result<OpenedModel> open(const QString& path, const OpenOptions& options)
{
    const QString folder = QFileInfo(path).isDir() ? QDir(path).path() : QFileInfo(path).path();
    const auto index = readIndex(folder + QLatin1Char('/') + indexName);
    if (!index)
        return index.error();
    OpenedModel model;
    model.protectedFiles = filesOfPipeline(folder, *index);
    model.components = findComponents(folder, *index, model.notes);
    const auto chosen = choose(model.components, options.components);
    if (!chosen)
        return chosen.error().in(path);
    for (const Component& component : *chosen) {
        const auto source = openModel(component.path);
        if (!source)
            return source.error();
        const bool alone = options.components.size() == 1;
        addComponent(*source, alone ? QString() : component.id + QLatin1Char('.'), model);
    }
    for (const Component& component : model.components)
        if (component.path.endsWith(QLatin1StringView("json"))) // Shards may lie deeper.
            model.protectedFiles << filesOfIndex(component.path);
    if (const auto unique = checkUnique(model.header); !unique)
        return unique.error().in(path);
    model.notes.prepend(QStringLiteral("%1 with %2.")
                            .arg(index->pipeline.isEmpty() ? QStringLiteral("Diffusers folder")
                                                           : printable(index->pipeline),
                                idsOf(model.components)));
    return model;
}

} // namespace

QString componentWeights(const QString& folder, QStringList& notes)
{
    static const char* const plain[] = {"diffusion_pytorch_model.safetensors.index.json",
        "model.safetensors.index.json", "diffusion_pytorch_model.safetensors", "model.safetensors",
        "diffusion_pytorch_model.bin.index.json", "pytorch_model.bin.index.json",
        "diffusion_pytorch_model.bin", "pytorch_model.bin"};
    const QStringList variants{QStringLiteral("diffusion_pytorch_model*.index.*json"),
        QStringLiteral("model*.index.*json"),
        QStringLiteral("diffusion_pytorch_model.*.safetensors"),
        QStringLiteral("model.*.safetensors"), QStringLiteral("diffusion_pytorch_model.*.bin"),
        QStringLiteral("pytorch_model.*.bin")};
    const QDir dir(folder);
    QString chosen;
    for (const char* name : plain)
        if (chosen.isEmpty() && dir.exists(QLatin1StringView(name)))
            chosen = QLatin1StringView(name);
    QStringList others;
    for (const QString& pattern : variants)
        for (const QString& name : dir.entryList({pattern}, QDir::Files, QDir::Name))
            if (name != chosen && !name.contains(QLatin1StringView("-of-"))) // No shards.
                others << name;
    if (chosen.isEmpty() && !others.isEmpty())
        chosen = others.takeFirst();
    if (!others.isEmpty())
        notes << QStringLiteral("%1: '%2' was taken; there is also '%3'.")
                     .arg(printable(dir.dirName()), printable(chosen), printable(others.front()));
    return chosen.isEmpty() ? QString() : dir.filePath(chosen);
}

const Format diffusersFormat{
    .id = "diffusers",
    .title = QT_TRANSLATE_NOOP("Formats", "Diffusers folder"),
    .nameFilter = "model_index.json",
    .sniff = sniff,
    .open = open,
    .create = nullptr,
};

} // namespace aq
