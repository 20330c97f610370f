#include "core/jobs/journal.h"

#include "core/io/output_file.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <chrono>
#include <utility>

namespace aq {
namespace {

const QByteArray kind("ArrowQuant journal 1");

/// Tensors are noted together: a flush costs as much for one as for all of a second.
constexpr std::chrono::seconds gathering(1);

const QString identityKey = QStringLiteral("job"), temporaryKey = QStringLiteral("temporary");

QByteArray lineOf(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject objectOf(const QByteArray& line) { return QJsonDocument::fromJson(line).object(); }

/// The name in a form that can be searched for in the file as it is.
QString encoded(const QString& temporary)
{
    const QByteArray name = QFile::encodeName(QFileInfo(temporary).fileName());
    return QString::fromLatin1(name.toPercentEncoding());
}

/// Beside the output: a name is all that is needed.
QString temporaryOf(const QJsonObject& first)
{
    const QJsonObject job = first.value(identityKey).toObject();
    const QString output = job.value(QStringLiteral("output")).toString();
    const QByteArray name
        = QByteArray::fromPercentEncoding(first.value(temporaryKey).toString().toLatin1());
    if (output.isEmpty() || name.isEmpty() || name.contains('/'))
        return {};
    return QFileInfo(output).absolutePath() + QLatin1Char('/') + QFile::decodeName(name);
}

} // namespace

Result<std::unique_ptr<Journal>> Journal::open(const QString& path, const QJsonObject& identity)
{
    std::unique_ptr<Journal> journal(new Journal);
    journal->m_path = path;
    journal->m_identity = identity;
    auto file = RecordFile::open(path, kind);
    if (!file)
        return file.error();
    journal->m_file = *std::move(file);
    journal->m_keeps = !journal->m_file->isNew();
    journal->read(identity);
    return journal;
}

void Journal::read(const QJsonObject& identity)
{
    bool isFirst = true;
    for (const QByteArray& line : m_file->take()) {
        const QJsonObject object = objectOf(line);
        if (!std::exchange(isFirst, false)) {
            m_records.push_back(object);
            continue;
        }
        m_temporary = temporaryOf(object);
        m_fits = object.value(identityKey).toObject() == identity && !m_temporary.isEmpty();
        if (!m_fits)
            return;
    }
}

Journal::~Journal()
{
    finish();
    if (!m_keeps && m_file)
        m_file->remove();
}

void Journal::resume(Sync sync) { start(std::move(sync)); }

Result<void> Journal::forget()
{
    if (!m_temporary.isEmpty())
        removeUnfinished(m_temporary, m_path);
    m_temporary.clear();
    m_records.clear();
    m_keeps = false;
    return m_file->clear();
}

Result<void> Journal::begin(const QString& temporary, Sync sync)
{
    const QJsonObject first{{identityKey, m_identity}, {temporaryKey, encoded(temporary)}};
    if (auto written = m_file->append({lineOf(first)}); !written)
        return written;
    if (auto named = m_file->syncFolder(); !named)
        return named;
    start(std::move(sync));
    return {};
}

void Journal::start(Sync sync)
{
    m_keeps = false;
    m_sync = std::move(sync);
    m_thread = std::thread([this] { write(); });
}

void Journal::note(const TensorOutcome& outcome)
{
    QByteArray line = lineOf(recordOf(outcome));
    const std::lock_guard lock(m_mutex);
    if (m_failed)
        return;
    m_pending.push_back(std::move(line));
    m_changed.notify_all();
}

/// Of the journal's thread. Where something fails, the job goes on: what was noted so far holds.
void Journal::write()
{
    std::unique_lock lock(m_mutex);
    while (!m_failed) {
        m_changed.wait(lock, [&] { return m_stopping || !m_pending.empty(); });
        if (m_pending.empty())
            return;
        m_changed.wait_for(lock, gathering, [&] { return m_stopping; });
        const std::vector<QByteArray> lines = std::exchange(m_pending, {});
        lock.unlock();
        const bool noted = m_sync() && m_file->append(lines);
        lock.lock();
        m_failed = !noted;
    }
    m_pending.clear();
}

void Journal::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Journal::remove()
{
    finish();
    m_file->remove();
    m_keeps = true; // It is gone: another may be there soon.
}

void discardJournal(const QString& path)
{
    if (!QFileInfo(path).isFile())
        return;
    auto file = RecordFile::open(path, kind);
    if (!file)
        return;
    const std::vector<QByteArray> lines = (*file)->take();
    if (!lines.empty())
        if (const QString temporary = temporaryOf(objectOf(lines.front())); !temporary.isEmpty())
            removeUnfinished(temporary, path);
    (*file)->remove();
}

} // namespace aq
