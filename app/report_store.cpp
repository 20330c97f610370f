#include "app/report_store.h"

#include "core/interop/report_json.h"
#include "core/interop/stored_report.h"
#include "core/io/output_file.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUuid>

namespace aq {
namespace {

constexpr qint64 mostBytes = 256 << 20;

QDir reportFolder()
{
    return QDir(QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
                    .filePath(QStringLiteral("reports")));
}

/// The name may come from a file.
bool isOurs(const QString& name)
{
    static const QRegularExpression ours(QStringLiteral("^job-\\d+-[0-9a-f]{8}\\.json$"));
    return ours.match(name).hasMatch();
}

Result<QByteArray> bytesOf(const QString& path)
{
    QFile file(path);
    const auto failed = [&](const QString& why) {
        return Error{ErrorCode::NotReadable, why, path};
    };
    if (!file.open(QIODevice::ReadOnly))
        return failed(file.errorString());
    if (file.size() > mostBytes)
        return failed(QStringLiteral("too large for a report"));
    QByteArray bytes = file.readAll();
    if (file.error() != QFile::NoError)
        return failed(file.errorString());
    return bytes;
}

} // namespace

QString newReportName(int job)
{
    return QStringLiteral("job-%1-%2.json")
        .arg(job)
        .arg(QUuid::createUuid().toString(QUuid::Id128).left(8));
}

Result<void> writeReport(const QString& name, const ValidationReport& report)
{
    const QString path = reportFolder().filePath(name);
    if (!isOurs(name) || !reportFolder().mkpath(QStringLiteral(".")))
        return Error{ErrorCode::WriteFailed, QStringLiteral("the report cannot be kept"), path};
    const QByteArray json = reportJson(report, ReportSums::Included);
    return writeFile(path, std::as_bytes(std::span(json.data(), std::size_t(json.size()))), true);
}

Result<ValidationReport> readReport(const QString& name)
{
    const QString path = reportFolder().filePath(name);
    if (!isOurs(name))
        return Error{ErrorCode::NotReadable, QStringLiteral("not the name of a report"), path};
    const auto bytes = bytesOf(path);
    if (!bytes)
        return bytes.error();
    auto report = reportFromJson(*bytes);
    if (!report)
        return report.error().in(path);
    return report;
}

void removeReport(const QString& name)
{
    if (isOurs(name))
        QFile::remove(reportFolder().filePath(name));
}

QStringList strayReports(const QSet<QString>& kept)
{
    QStringList strays;
    for (const QString& name :
        reportFolder().entryList({QStringLiteral("job-*.json")}, QDir::Files | QDir::NoSymLinks))
        if (isOurs(name) && !kept.contains(name))
            strays << name;
    return strays;
}

} // namespace aq
