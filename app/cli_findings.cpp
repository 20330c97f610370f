#include "app/cli_findings.h"

#include "core/base/printable.h"

#include <QStringList>
#include <algorithm>

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

/// Findings of one kind. The tensors are told apart by what is said about them.
struct Group {
    const Finding* first;
    QStringList tensors;
    std::vector<std::pair<QString, QStringList>> whats; ///< With the tensors of each.
};

void add(Group& group, const Finding& finding, const QString& tensor)
{
    auto what
        = std::ranges::find(group.whats, finding.what, &std::pair<QString, QStringList>::first);
    if (what == group.whats.end())
        what = group.whats.insert(what, {finding.what, {}});
    if (tensor.isEmpty())
        return;
    what->second += tensor;
    group.tensors += tensor;
}

std::vector<Group> grouped(const ModelHeader& header, const std::vector<Finding>& findings)
{
    std::vector<Group> groups;
    for (const Finding& finding : findings) {
        auto group = std::ranges::find_if(groups, [&](const Group& known) {
            return known.first->severity == finding.severity
                && qstrcmp(known.first->id, finding.id) == 0;
        });
        if (group == groups.end())
            group = groups.insert(group, {&finding, {}, {}});
        add(*group, finding,
            finding.tensor < 0 ? QString() : header.tensors[std::size_t(finding.tensor)].name);
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
    if (!finding.architectures.isEmpty())
        ways += u"--set architecture=ID, one of "_s + finding.architectures.join(u", "_s);
    return ways.join(u" or "_s);
}

QString groupText(const Group& group)
{
    constexpr std::size_t mostWhats = 6;
    const Finding& finding = *group.first;
    QString text = u"  %1: %2\n"_s.arg(QLatin1StringView(finding.id), finding.why);
    for (std::size_t i = 0; i < std::min(mostWhats, group.whats.size()); ++i) {
        const auto& [what, tensors] = group.whats[i];
        const QString where = tensors.isEmpty() ? QString() : u" in "_s + someOf(tensors, 1);
        text += u"      %1%2\n"_s.arg(printable(what, 200), where);
    }
    if (group.whats.size() > mostWhats)
        text += u"      … and %1 more\n"_s.arg(group.whats.size() - mostWhats);
    if (const QString ways = repairsText(finding); !ways.isEmpty())
        text += u"      repair: %1\n"_s.arg(ways);
    return text;
}

/// "will not load: name-too-long", "loads, slowly", "loads"
QString verdictText(const std::vector<Finding>& findings)
{
    QStringList blocking;
    bool isSlow = false;
    for (const Finding& finding : findings) {
        const QString id = QLatin1StringView(finding.id);
        if (finding.severity == Severity::Blocking && !blocking.contains(id))
            blocking += id;
        isSlow |= finding.severity == Severity::Slow;
    }
    if (!blocking.isEmpty())
        return u"will not load: "_s + blocking.join(u", "_s);
    return isSlow ? u"loads, slowly"_s : u"loads"_s;
}

} // namespace

QString findingsText(const ModelHeader& header, const std::vector<Finding>& findings)
{
    QString text;
    const auto groups = grouped(header, findings);
    for (const Severity severity : {Severity::Blocking, Severity::Slow, Severity::Note}) {
        QString part;
        for (const Group& group : groups)
            if (group.first->severity == severity)
                part += groupText(group);
        if (!part.isEmpty())
            text += u"%1:\n"_s.arg(QLatin1StringView(severityId(severity))) + part;
    }
    return text;
}

QString verdictsText(const ModelHeader& header, const QuantPlan& plan)
{
    QString text;
    for (const Consumer& consumer : consumers())
        text += u"  %1  %2\n"_s.arg(QString::fromLatin1(consumer.title).leftJustified(20),
            verdictText(findingsFor(consumer, header, plan)));
    return text;
}

Error blockedBy(const ModelHeader& header, const std::vector<Finding>& findings)
{
    const auto blocking = std::ranges::count(findings, Severity::Blocking, &Finding::severity);
    constexpr qsizetype mostWords = 110;     // Beside a path and a name; `plan` says all.
    const Finding& first = findings.front(); // They come first, the worst before others.
    const QString more = blocking > 1 ? u" (and %1 more)"_s.arg(blocking - 1) : QString();
    const QString both = first.what + u": "_s + first.why;
    return {ErrorCode::Unsupported,
        u"%1%2; see `plan`%3"_s.arg(
            both.size() <= mostWords ? both : printable(first.what, mostWords), more,
            first.canForce ? u", or use --force-findings"_s : QString()),
        first.tensor < 0 ? QString()
                         : printable(header.tensors[std::size_t(first.tensor)].name, 60)};
}

QString forcedText(const ModelHeader& header, const std::vector<Finding>& findings)
{
    QStringList lines;
    for (const Group& group : grouped(header, findings))
        if (group.first->severity == Severity::Blocking)
            lines += QLatin1StringView(group.first->id)
                + (group.tensors.isEmpty() ? QString() : u": "_s + someOf(group.tensors, 20));
    return lines.join(u"; "_s);
}

} // namespace aq::cli
