#include "ui/models/action_choices.h"

#include "core/plan/target_scheme.h"
#include "ui/text/plan_text.h"
#include "ui/text/type_text.h"
#include "ui/text/units.h"

#include <QCoreApplication>
#include <algorithm>
#include <functional>

namespace aq {
namespace {

/// "Q4_K_M · from 4.50 bpw": a mix gives some layers more than its base.
QString mixTitle(const NamedRecipe& mix, const Scheme& base)
{
    const QString bits = bitsPerWeightText(blockBits(base));
    return mix.families.empty()
        ? QStringLiteral("%1 · %2").arg(mix.title, bits)
        : QCoreApplication::translate("Plan", "%1 · from %2").arg(mix.title, bits);
}

} // namespace

QList<const Scheme*> schemesFor(const Target* target)
{
    QList<const Scheme*> fitting;
    for (const Scheme* scheme : schemes()) {
        if (!target || qstrcmp(scheme->family, target->family) == 0)
            fitting << scheme;
    }
    // Blocks from large to small, as their mixes are listed; affine types have no size of their
    // own and keep their order.
    std::ranges::stable_sort(
        fitting, std::greater<>(), [](const Scheme* scheme) { return blockBits(*scheme); });
    if (target) {
        for (const Scheme* scheme : schemes()) {
            if (qstrcmp(scheme->family, "float") == 0)
                fitting << scheme;
        }
    }
    return fitting;
}

QList<TypeChoice> typeChoices(const Target* target)
{
    if (!target || qstrcmp(target->family, "ggml") != 0) {
        QList<TypeChoice> choices;
        for (const Scheme* scheme : schemesFor(target))
            choices << TypeChoice{
                QString::fromLatin1(scheme->id), QString::fromUtf8(scheme->title), {}};
        return choices;
    }
    QList<TypeChoice> choices;
    for (const NamedRecipe& mix : namedRecipes()) {
        if (const Scheme* base = schemeNamed(mix.base))
            choices << TypeChoice{mix.id, mixTitle(mix, *base), mixAbout(mix)};
    }
    for (const Scheme* scheme : schemes()) {
        if (qstrcmp(scheme->family, "float") == 0)
            choices << TypeChoice{QString::fromLatin1(scheme->id), QString::fromUtf8(scheme->title),
                QCoreApplication::translate("Plan", "Nothing is quantized.")};
    }
    return choices;
}

const TypeChoice* choiceOf(
    const QList<TypeChoice>& choices, const QString& word, const Target* target)
{
    const auto is = [&](const QString& id) -> const TypeChoice* {
        const auto found = std::ranges::find(choices, id, &TypeChoice::word);
        return found == choices.end() ? nullptr : &*found;
    };
    if (const TypeChoice* same = is(word); same || !target)
        return same;
    const Meaning meaning = defaultMeaning(word, *target);
    return meaning.named ? is(meaning.named->id)
        : meaning.scheme ? is(QString::fromLatin1(meaning.scheme->id))
                         : nullptr;
}

QList<ActionChoice> actionChoices(const Target* target)
{
    QList<ActionChoice> choices{{actionTitle({}), Action{}}};
    for (const Scheme* scheme : schemesFor(target)) {
        const Action action{QString::fromLatin1(scheme->id), std::nullopt};
        choices << ActionChoice{actionTitle(action), action};
    }
    return choices;
}

QList<ActionChoice> overrideChoices(const Target* target)
{
    QList<ActionChoice> choices = actionChoices(target);
    choices.prepend({QCoreApplication::translate("Plan", "Default"), std::nullopt});
    return choices;
}

} // namespace aq
