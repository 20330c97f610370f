#include "app/preset_store.h"

#include "app/latest.h"
#include "core/io/output_file.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>
#include <algorithm>
#include <chrono>

namespace aq {
namespace {

constexpr std::int64_t mostBytes = 4 << 20;
constexpr qsizetype mostFiles = 2000;
constexpr std::chrono::milliseconds pause{100};
const QString suffix = QStringLiteral(".json");

Result<QByteArray> contentOf(const QString& path)
{
    const auto file = openFile(path);
    if (!file)
        return file.error();
    if ((*file)->size() > mostBytes)
        return Error{ErrorCode::InvalidPlan, QStringLiteral("too large for presets"), path};
    const auto bytes = readBytes(**file, 0, (*file)->size());
    if (!bytes)
        return bytes.error();
    return QByteArray(reinterpret_cast<const char*>(bytes->data()), qsizetype(bytes->size()));
}

Result<std::vector<Preset>> presetsIn(const QString& path)
{
    const auto content = contentOf(path);
    if (!content)
        return content.error();
    auto presets = presetsFromJson(*content, QFileInfo(path).completeBaseName());
    if (!presets)
        return presets.error().in(path);
    return presets;
}

Result<void> writeJson(const QString& path, const QByteArray& json, bool overwrite)
{
    const auto bytes = std::as_bytes(std::span(json.data(), std::size_t(json.size())));
    return writeFile(path, bytes, overwrite);
}

void sortByName(std::vector<Preset>& presets)
{
    std::ranges::sort(presets, [](const Preset& a, const Preset& b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
}

bool sameErrors(const std::vector<Error>& a, const std::vector<Error>& b)
{
    return std::ranges::equal(a, b, [](const Error& left, const Error& right) {
        return left.where == right.where && left.detail == right.detail;
    });
}

} // namespace

PresetStore::PresetStore(const QString& folder, QObject* parent)
    : QObject(parent)
    , m_folder(folder)
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &PresetStore::load);
    const auto soon = [this] { m_soon.start(); };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, soon);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, soon);
    load();
}

PresetStore::~PresetStore() { m_pool.waitForDone(); }

/// The folder is made, so that it can be watched before there is a preset.
PresetStore::Contents PresetStore::read(const QString& folder)
{
    Contents contents;
    if (!QDir().mkpath(folder)) {
        contents.damaged.push_back(
            {ErrorCode::WriteFailed, QStringLiteral("the folder cannot be made"), folder});
        return contents;
    }
    contents.isFolder = true;
    const QDir dir(folder);
    const QStringList files = dir.entryList({u'*' + suffix}, QDir::Files, QDir::Name);
    for (const QString& name : files.first(std::min(files.size(), mostFiles))) {
        auto presets = presetsIn(dir.filePath(name));
        if (presets && presets->size() != 1)
            presets = Error{ErrorCode::InvalidPlan,
                QStringLiteral("a file of this folder holds one preset; import it instead"),
                dir.filePath(name)};
        if (!presets) {
            contents.damaged.push_back(presets.error());
            continue;
        }
        presets->front().id = name.chopped(suffix.size());
        contents.presets.push_back(std::move(presets->front()));
    }
    sortByName(contents.presets);
    return contents;
}

void PresetStore::load()
{
    inBackground(
        m_pool, this, [folder = m_folder] { return read(folder); },
        [this](const Contents& contents) { take(contents); });
}

/// What was read before a change of ours is written says nothing about it: it is read again.
void PresetStore::take(const Contents& contents)
{
    if (m_writing > 0)
        return m_soon.start();
    const bool isNew = m_own != contents.presets;
    const bool isDamaged = !sameErrors(m_damaged, contents.damaged);
    m_own = contents.presets;
    m_damaged = contents.damaged;
    if (contents.isFolder)
        watch();
    const bool first = !std::exchange(m_loaded, true);
    if (isNew || isDamaged || first)
        Q_EMIT changed();
    if (isDamaged && !m_damaged.empty())
        Q_EMIT damageFound(m_damaged);
    if (first)
        Q_EMIT loaded();
}

void PresetStore::watch()
{
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.contains(m_folder))
        m_watcher.addPath(m_folder);
    for (const Preset& preset : m_own) // An editor may write into a file without renaming.
        if (const QString path = pathOf(preset.id); !watched.contains(path))
            m_watcher.addPath(path);
}

const Preset* PresetStore::find(const QString& id) const
{
    for (const std::vector<Preset>* list : {&builtInPresets(), &m_own})
        if (const auto found = std::ranges::find(*list, id, &Preset::id); found != list->end())
            return &*found;
    return nullptr;
}

QStringList PresetStore::names() const
{
    QStringList names;
    for (const Preset& preset : m_own)
        names << preset.name;
    return names;
}

QString PresetStore::pathOf(const QString& id) const
{
    return QDir(m_folder).filePath(id + suffix);
}

/// A name that people recognise, and that no file has: not even a damaged one, or another window's.
QString PresetStore::newId(const QString& name) const
{
    static const QRegularExpression unsafe(QStringLiteral("[^a-z0-9]+"));
    QString slug = name.toLower().replace(unsafe, QStringLiteral("-")).left(40);
    const quint32 number = QRandomGenerator::global()->generate();
    return QStringLiteral("%1-%2").arg(slug).arg(number, 8, 16, QLatin1Char('0'));
}

void PresetStore::inTurn(std::function<Result<void>()> write, std::function<void()> then)
{
    ++m_writing;
    inBackground(m_pool, this, std::move(write),
        [this, then = std::move(then)](const Result<void>& written) {
            --m_writing;
            m_soon.start(); // The truth, should it differ.
            if (!written)
                Q_EMIT failed(written.error());
            else if (then)
                then();
        });
}

QString PresetStore::save(Preset preset)
{
    const bool isNew = preset.id.isEmpty();
    if (isNew)
        preset.id = newId(preset.name);
    preset.builtIn = false;
    preset.category.clear();
    std::erase_if(m_own, [&](const Preset& old) { return old.id == preset.id; });
    m_own.push_back(preset);
    sortByName(m_own);
    inTurn([folder = m_folder, path = pathOf(preset.id), json = toJson(preset),
               isNew]() -> Result<void> {
        if (!QDir().mkpath(folder))
            return Error{
                ErrorCode::WriteFailed, QStringLiteral("the folder cannot be made"), folder};
        return writeJson(path, json, !isNew);
    });
    Q_EMIT changed();
    return preset.id;
}

void PresetStore::remove(const QString& id)
{
    if (std::erase_if(m_own, [&](const Preset& preset) { return preset.id == id; }) == 0)
        return;
    inTurn([path = pathOf(id)]() -> Result<void> {
        if (QFile::remove(path) || !QFileInfo::exists(path))
            return {};
        return Error{ErrorCode::WriteFailed, QStringLiteral("the file cannot be removed"), path};
    });
    Q_EMIT changed();
}

void PresetStore::importFile(const QString& path)
{
    inBackground(
        m_pool, this, [path] { return presetsIn(path); },
        [this](const Result<std::vector<Preset>>& presets) {
            if (!presets)
                return Q_EMIT failed(presets.error());
            QStringList ids;
            for (Preset preset : *presets) {
                preset.name = freeName(preset.name, names());
                ids << save(preset);
            }
            Q_EMIT imported(ids);
        });
}

void PresetStore::exportTo(const QString& path, const std::vector<Preset>& presets)
{
    const QByteArray json = presets.size() == 1 ? toJson(presets.front()) : toJson(presets);
    inTurn([path, json] { return writeJson(path, json, true); },
        [this, path] { Q_EMIT exported(path); });
}

QString defaultPresetFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("presets"));
}

} // namespace aq
