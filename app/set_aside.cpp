#include "app/set_aside.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace aq {
namespace {

constexpr int mostNames = 1000;

QString nameFor(const QString& path, int number)
{
    const QString name = path + QStringLiteral(".damaged");
    return number == 1 ? name : QStringLiteral("%1-%2").arg(name).arg(number);
}

} // namespace

Result<QString> setAside(const QString& path)
{
    for (int number = 1; number <= mostNames; ++number) {
        const QString aside = nameFor(path, number);
        if (QFileInfo::exists(aside) || QFileInfo(aside).isSymLink())
            continue;
        if (QFile::rename(path, aside)) // Never over another file.
            return aside;
        break;
    }
    return Error{ErrorCode::WriteFailed,
        QStringLiteral("it cannot be read, nor renamed to keep what is in it"), path};
}

bool wasSetAside(const QString& path)
{
    const QFileInfo info(path);
    const QStringList names{info.fileName() + QStringLiteral(".damaged*")};
    return !info.dir().entryList(names, QDir::Files | QDir::Hidden).isEmpty();
}

} // namespace aq
