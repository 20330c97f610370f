#include "ui/text/plan_text.h"

#include "core/base/printable.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace aq {
namespace {

struct Plan {
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

struct ReasonWords {
    Reason reason;
    const char* text;
    const char* meaning;
};

constexpr std::array reasons{
    ReasonWords{Reason::Default, QT_TRANSLATE_NOOP("Plan", "Default"),
        QT_TRANSLATE_NOOP("Plan", "The plan's default type.")},
    ReasonWords{Reason::Fitted, QT_TRANSLATE_NOOP("Plan", "Fit"),
        QT_TRANSLATE_NOOP(
            "Plan", "Chosen so that the model fits the size or the error you asked for.")},
    ReasonWords{Reason::Recipe, QT_TRANSLATE_NOOP("Plan", "Recipe"),
        QT_TRANSLATE_NOOP("Plan", "A rule of the recipe.")},
    ReasonWords{Reason::KeepList, QT_TRANSLATE_NOOP("Plan", "Keep-list"),
        QT_TRANSLATE_NOOP("Plan", "Known to be sensitive: stays as it is.")},
    ReasonWords{Reason::Small, QT_TRANSLATE_NOOP("Plan", "Small"),
        QT_TRANSLATE_NOOP("Plan", "Too small to be worth it: stays as it is.")},
    ReasonWords{Reason::Pattern, QT_TRANSLATE_NOOP("Plan", "Pattern"),
        QT_TRANSLATE_NOOP("Plan", "One of your patterns.")},
    ReasonWords{Reason::RowOverride, QT_TRANSLATE_NOOP("Plan", "Override"),
        QT_TRANSLATE_NOOP("Plan", "Chosen for this very tensor.")},
    ReasonWords{Reason::Fallback, QT_TRANSLATE_NOOP("Plan", "Fallback"),
        QT_TRANSLATE_NOOP("Plan", "The wish does not fit this tensor.")},
    ReasonWords{Reason::NotFloat, QT_TRANSLATE_NOOP("Plan", "Not float"),
        QT_TRANSLATE_NOOP("Plan", "Integers and packed types pass through.")},
};

const ReasonWords& wordsOf(Reason reason)
{
    Q_ASSERT(reasons[std::size_t(reason)].reason == reason);
    return reasons[std::size_t(reason)];
}

} // namespace

QString reasonText(Reason reason) { return Plan::tr(wordsOf(reason).text); }

QString reasonMeaning(Reason reason) { return Plan::tr(wordsOf(reason).meaning); }

QString reasonLine(const QString& technical)
{
    const QString text = printable(technical, 400);
    const qsizetype colon = text.indexOf(u':');
    const QStringView id = QStringView(text).left(colon);
    const auto words = std::ranges::find_if(reasons, [&](const ReasonWords& candidate) {
        return id == QLatin1StringView(reasonId(candidate.reason));
    });
    if (words == reasons.end())
        return text;
    const QString reason = reasonText(words->reason);
    if (colon < 0)
        return reason;
    QString rest = text.sliced(colon + 1).trimmed();
    const QString keep = QStringLiteral("keep"); // As actionText() has it.
    if (rest == keep || rest.startsWith(keep + QStringLiteral(" (")))
        rest.replace(0, keep.size(), schemeTitle(nullptr));
    return Plan::tr("%1: %2", "reason: what it says").arg(reason, rest);
}

QString statusText(Status status)
{
    switch (status) {
    case Status::Kept:
        return Plan::tr("Kept");
    case Status::Passed:
        return Plan::tr("Passed");
    case Status::BelowFloor:
        return Plan::tr("Below floor");
    case Status::BelowMinimum:
        return Plan::tr("Below minimum");
    case Status::Failed:
        return Plan::tr("Failed");
    }
    return {};
}

QString groupSizeText(int groupSize)
{
    return groupSize == 0 ? Plan::tr("Per tensor") : QString::number(groupSize);
}

QString symmetryText(Symmetry symmetry)
{
    switch (symmetry) {
    case Symmetry::Symmetric:
        return Plan::tr("Symmetric");
    case Symmetry::Asymmetric:
        return Plan::tr("Asymmetric");
    case Symmetry::AsymmetricInteger:
        return Plan::tr("Asymmetric, zero exact");
    }
    return {};
}

QString scaleTypeText(ScaleType type)
{
    return type == ScaleType::F16 ? QStringLiteral("F16") : QStringLiteral("F32");
}

QString schemeTitle(const Scheme* scheme)
{
    return scheme ? QString::fromUtf8(scheme->title) : Plan::tr("Keep");
}

QString plannedText(const Scheme* scheme, const SchemeOptions& options)
{
    if (!scheme || qstrcmp(scheme->family, "affine") != 0)
        return schemeTitle(scheme);
    return QStringLiteral("%1 · %2").arg(schemeTitle(scheme), groupSizeText(options.groupSize));
}

QString actionTitle(const Action& action)
{
    if (action.isKeep())
        return Plan::tr("Keep source");
    const Scheme* scheme = schemeNamed(action.scheme);
    const QString title = scheme ? QString::fromUtf8(scheme->title) : action.scheme;
    return action.groupSize ? QStringLiteral("%1 · %2").arg(title, groupSizeText(*action.groupSize))
                            : title;
}

} // namespace aq
