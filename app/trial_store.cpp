#include "app/trial_store.h"

#include "app/set_aside.h"
#include "core/io/file_stamp.h"
#include "core/io/output_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>

namespace aq {
namespace {

constexpr qint64 mostBytes = 256 << 20;

ModelMark markOf(const ModelSource& model, const QStringList& components)
{
    ModelMark mark;
    mark.path = QFileInfo(model.path()).absoluteFilePath();
    mark.components = components;
    mark.bytes = model.fileBytes();
    for (const FileStamp& file : stampsOf(model)) // As it was opened: what is measured is of that.
        mark.changed = std::max(mark.changed, file.changed);
    mark.tensors = std::int64_t(model.header().tensors.size());
    return mark;
}

/// Times are compared as they are written, in milliseconds.
bool isSame(const ModelMark& a, const ModelMark& b)
{
    return a.path == b.path && a.components == b.components && a.bytes == b.bytes
        && a.tensors == b.tensors && a.changed.toMSecsSinceEpoch() == b.changed.toMSecsSinceEpoch();
}

QString fileFor(const ModelMark& mark)
{
    const QByteArray key = (QStringList{mark.path} + mark.components).join(u'\n').toUtf8();
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha1).toHex();
    return QDir(trialFolder())
        .filePath(QString::fromLatin1(hash.left(20)) + QStringLiteral(".json"));
}

Result<TrialList> parsed(QFile& file)
{
    const auto failed = [&](const QString& why) { return Error{ErrorCode::NotReadable, why, {}}; };
    if (!file.open(QIODevice::ReadOnly))
        return failed(file.errorString());
    if (file.size() > mostBytes)
        return failed(QStringLiteral("too large for a list of trials"));
    const QByteArray json = file.readAll();
    if (file.error() != QFile::NoError)
        return failed(file.errorString());
    return trialsFromJson(json);
}

} // namespace

QString trialFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("trials"));
}

StoredTrials readTrials(const ModelSource& model, const QStringList& components)
{
    const ModelMark mark = markOf(model, components);
    StoredTrials stored;
    stored.list.model = mark;
    QFile file(fileFor(mark));
    if (!file.exists())
        return stored;
    auto list = parsed(file);
    file.close();
    if (!list) {
        const auto aside = setAside(file.fileName());
        stored.error = list.error().in(aside ? *aside : file.fileName());
        stored.canSave = bool(aside);
        return stored;
    }
    if (!isSame(list->model, mark))
        return stored;
    std::erase_if(list->trials, [&](Trial& trial) {
        if (trial.recipe)
            if (auto plan = makePlan(model.header(), *trial.recipe))
                trial.plan = std::make_shared<const QuantPlan>(*std::move(plan));
        if (trial.kind == Trial::Kind::Plan && trial.plan)
            trial.tensors
                = std::make_shared<const TrialTensors>(trialTensorsOf(model.header(), *trial.plan));
        return !trial.tensors;
    });
    list->model = mark;
    stored.list = *std::move(list);
    return stored;
}

Result<void> writeTrials(const TrialList& list)
{
    QDir().mkpath(trialFolder());
    const QByteArray json = trialsToJson(list);
    return writeFile(
        fileFor(list.model), std::as_bytes(std::span(json.data(), std::size_t(json.size()))), true);
}

} // namespace aq
