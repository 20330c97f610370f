#include "core/plan/finding_checks.h"

namespace aq {

QString Inspection::nameIn(std::size_t i) const
{
    return wish(i).storedName.isEmpty() ? tensor(i).name : wish(i).storedName;
}

QString Inspection::typeIn(std::size_t i) const
{
    if (wish(i).scheme)
        return QLatin1StringView(wish(i).scheme->id);
    return tensor(i).encoding ? tensor(i).encoding->scheme
                              : QString(QLatin1StringView(nameOf(tensor(i).dtype))).toLower();
}

bool Inspection::isBlocks(std::size_t i) const
{
    const Scheme* scheme = wish(i).scheme;
    return scheme ? qstrcmp(scheme->family, "float") != 0 : tensor(i).encoding.has_value();
}

bool Inspection::isGguf() const { return qstrcmp(plan.target->format, "gguf") == 0; }

QString Inspection::title() const
{
    return consumer ? QLatin1StringView(consumer->title) : QLatin1StringView("GGUF");
}

Repair useTarget(const char* target)
{
    const QString id = QLatin1StringView(target);
    const QString title = QString::fromUtf8(targetNamed(id)->title);
    return {.label = QStringLiteral("Write %1 instead").arg(title), .id = "target", .target = id};
}

Repair useScheme(const QString& tensor, const QString& id)
{
    return {.label = QStringLiteral("Store as %1").arg(id.toUpper()),
        .id = "use-scheme",
        .overrides = {{tensor, {id, {}}, true}}};
}

Repair keepTensor(const QString& tensor)
{
    return {
        .label = QStringLiteral("Keep as it is"), .id = "keep", .overrides = {{tensor, {}, true}}};
}

Repair stripPrefixes(bool strip)
{
    return {.label = strip ? QStringLiteral("Write names without the prefix")
                           : QStringLiteral("Keep the names as they are"),
        .id = "rename",
        .stripPrefix = strip};
}

} // namespace aq
