#include "app/cli_findings.h"

#include "core/base/printable.h"

#include <QStringList>
#include <algorithm>

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

/// Findings that say the same about several tensors.
struct Group {
    const Finding* finding;
    QStringList tensors;
};

std::vector<Group> grouped(const ModelHeader& header, const std::vector<Finding>& findings)
{
    std::vector<Group> groups;
    for (const Finding& finding : findings) {
        auto group = std::ranges::find_if(groups, [&](const Group& known) {
            return known.finding->severity == finding.severity
                && qstrcmp(known.finding->id, finding.id) == 0
                && known.finding->what == finding.what;
        });
        if (group == groups.end())
            group = groups.insert(groups.end(), {&finding, {}});
        if (finding.tensor >= 0)
            group->tensors += header.tensors[std::size_t(finding.tensor)].name;
    }
    return groups;
}

/// "a, b, c and 94 more"
QString someOf(const QStringList& names, qsizetype most)
{
    QStringList shown;
    for (const QString& name : names.first(std::min(most, names.size())))
        shown += printable(name, 80);
    const qsizetype more = names.size() - shown.size();
    return shown.join(u", "_s) + (more > 0 ? u" and %1 more"_s.arg(more) : QString());
}

/// "or", because one of them is enough. Overrides of single tensors are said as the option.
QString repairsText(const Finding& finding)
{
    QStringList ways;
    for (const Repair& repair : finding.repairs) {
        if (repair.target)
            ways += u"--target "_s + *repair.target;
        else if (repair.stripPrefix)
            ways += u"--set stripPrefix=%1"_s.arg(*repair.stripPrefix ? u"true"_s : u"false"_s);
        else if (repair.architecture)
            ways += u"--set architecture="_s + *repair.architecture;
        else if (!repair.overrides.empty())
            ways += u"--layer NAME="_s + actionText(repair.overrides.front().action);
    }
    return ways.join(u" or "_s);
}

QString groupText(const Group& group)
{
    const Finding& finding = *group.finding;
    QString text = u"  %1: %2\n"_s.arg(QLatin1StringView(finding.id), printable(finding.what, 200));
    if (!group.tensors.isEmpty())
        text += u"      in %1\n"_s.arg(someOf(group.tensors, 3));
    text += u"      %1\n"_s.arg(finding.why);
    if (const QString ways = repairsText(finding); !ways.isEmpty())
        text += u"      repair: %1\n"_s.arg(ways);
    return text;
}

} // namespace

QString findingsText(const ModelHeader& header, const std::vector<Finding>& findings)
{
    QString text;
    const auto groups = grouped(header, findings);
    for (const Severity severity : {Severity::Blocking, Severity::Slow, Severity::Note}) {
        QString part;
        for (const Group& group : groups)
            if (group.finding->severity == severity)
                part += groupText(group);
        if (!part.isEmpty())
            text += u"%1:\n"_s.arg(QLatin1StringView(severityId(severity))) + part;
    }
    return text;
}

Error blockedBy(const ModelHeader& header, const std::vector<Finding>& findings)
{
    const auto blocking = std::ranges::count(findings, Severity::Blocking, &Finding::severity);
    const Finding& first = findings.front(); // They come first.
    const QString more = blocking > 1 ? u" (and %1 more)"_s.arg(blocking - 1) : QString();
    return {ErrorCode::Unsupported,
        u"%1: %2%3; `plan` lists repairs, --force-findings writes it all the same"_s.arg(
            first.what, first.why, more),
        first.tensor < 0 ? QString()
                         : printable(header.tensors[std::size_t(first.tensor)].name, 60)};
}

QString forcedText(const ModelHeader& header, const std::vector<Finding>& findings)
{
    QStringList lines;
    for (const Group& group : grouped(header, findings))
        if (group.finding->severity == Severity::Blocking)
            lines += QLatin1StringView(group.finding->id)
                + (group.tensors.isEmpty() ? QString() : u": "_s + someOf(group.tensors, 20));
    return lines.join(u"; "_s);
}

} // namespace aq::cli
