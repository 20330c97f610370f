#include "ui/text/finding_text.h"

#include "core/base/printable.h"
#include "ui/text/type_text.h"
#include "ui/text/units.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace aq {
namespace {

struct Findings {
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

struct SeverityWords {
    Severity severity;
    const char* text;
    const char* icon;
};
constexpr std::array severities{
    SeverityWords{Severity::Note, QT_TRANSLATE_NOOP("Findings", "Note"), "note"},
    SeverityWords{Severity::Slow, QT_TRANSLATE_NOOP("Findings", "Slow"), "slow"},
    SeverityWords{Severity::Blocking, QT_TRANSLATE_NOOP("Findings", "Blocks"), "missed"},
};

const SeverityWords& wordsOf(Severity severity)
{
    Q_ASSERT(severities[std::size_t(severity)].severity == severity);
    return severities[std::size_t(severity)];
}

struct KindWords {
    const char* id;
    const char* text;
};
constexpr std::array kinds{
    KindWords{"name-too-long", QT_TRANSLATE_NOOP("Findings", "Names that are too long")},
    KindWords{"name-twice", QT_TRANSLATE_NOOP("Findings", "Names that occur twice")},
    KindWords{"type-slow", QT_TRANSLATE_NOOP("Findings", "Types that load slowly")},
    KindWords{"type-not-read", QT_TRANSLATE_NOOP("Findings", "Types that are not read")},
    KindWords{"type-not-in-format",
        QT_TRANSLATE_NOOP("Findings", "Types that this kind of file does not have")},
    KindWords{"dimensions", QT_TRANSLATE_NOOP("Findings", "Too many dimensions")},
    KindWords{"not-decoded", QT_TRANSLATE_NOOP("Findings", "Types that cannot be decoded")},
    KindWords{"no-elements", QT_TRANSLATE_NOOP("Findings", "Tensors without elements")},
    KindWords{"reshaped", QT_TRANSLATE_NOOP("Findings", "Stored in other rows")},
    KindWords{
        "row-not-whole-blocks", QT_TRANSLATE_NOOP("Findings", "Rows that are not whole blocks")},
};

QString consumerTitle(const Target& target)
{
    const Consumer* reader
        = target.consumer ? consumerNamed(QString::fromLatin1(target.consumer)) : nullptr;
    return reader ? QString::fromUtf8(reader->title) : QString();
}

QString phraseText(const Phrase& phrase, const QString& english)
{
    return phrase.isEmpty() ? english : filledIn(Findings::tr(phrase.pattern), phrase.arguments);
}

int countOf(std::span<const Finding> findings, Severity severity)
{
    return int(std::ranges::count(findings, severity, &Finding::severity));
}

} // namespace

QString severityText(Severity severity) { return Findings::tr(wordsOf(severity).text); }

const char* severityIcon(Severity severity) { return wordsOf(severity).icon; }

QString kindText(const Finding& finding)
{
    const auto known = std::ranges::find_if(
        kinds, [&](const KindWords& kind) { return qstrcmp(kind.id, finding.id) == 0; });
    return known == kinds.end() ? whatText(finding) : Findings::tr(known->text);
}

QString whatText(const Finding& finding) { return phraseText(finding.whatPhrase, finding.what); }

QString whyText(const Finding& finding) { return phraseText(finding.whyPhrase, finding.why); }

QString sentence(QString text)
{
    if (text.isEmpty())
        return text;
    text[0] = text[0].toUpper();
    return text.endsWith(u'.') ? text : text + u'.';
}

QString repairText(const Repair& repair)
{
    const QLatin1StringView id(repair.id);
    if (id == QLatin1StringView("target") && repair.target)
        return Findings::tr("Write %1 instead").arg(targetTitle(*repair.target));
    if (id == QLatin1StringView("use-scheme") && !repair.overrides.empty())
        return Findings::tr("Store as %1")
            .arg(printable(repair.overrides.front().action.scheme.toUpper()));
    if (id == QLatin1StringView("keep"))
        return Findings::tr("Keep as it is");
    if (id == QLatin1StringView("rename") && repair.stripPrefix)
        return *repair.stripPrefix ? Findings::tr("Write names without the prefix")
                                   : Findings::tr("Keep the names as they are");
    return repair.label;
}

QString countsText(std::span<const Finding> findings)
{
    QStringList parts;
    if (const int blocking = countOf(findings, Severity::Blocking))
        parts << Findings::tr("%1 blocking").arg(countText(blocking));
    if (const int slow = countOf(findings, Severity::Slow))
        parts << Findings::tr("%1 slow").arg(countText(slow));
    if (const int notes = countOf(findings, Severity::Note))
        parts << (notes == 1 ? Findings::tr("1 note")
                             : Findings::tr("%1 notes").arg(countText(notes)));
    return parts.join(QStringLiteral(", "));
}

Severity worstOf(std::span<const Finding> findings)
{
    return findings.empty() ? Severity::Note
                            : std::ranges::max(findings, {}, &Finding::severity).severity;
}

QString allClearText(const Target& target)
{
    const QString reader = consumerTitle(target);
    return reader.isEmpty() ? Findings::tr("Nothing stands in the way of this file.")
                            : Findings::tr("Nothing stands in the way of %1.").arg(reader);
}

QString blockedText(const Target& target)
{
    const QString reader = consumerTitle(target);
    return reader.isEmpty()
        ? Findings::tr("The plan cannot be written as it stands")
        : Findings::tr("%1 will not load this file, or not as planned").arg(reader);
}

} // namespace aq
