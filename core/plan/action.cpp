#include "core/base/printable.h"
#include "core/plan/named_recipe.h"
#include "core/plan/nearest.h"
#include "core/plan/recipe.h"
#include "core/quant/scheme.h"

#include <algorithm>

namespace aq {

namespace {

/// A number of bits means the affine scheme of that width; other families go by their ids.
const Scheme* schemeWithBits(int bits)
{
    for (const Scheme* scheme : schemes())
        if (scheme->codeBits == bits && qstrcmp(scheme->family, "affine") == 0)
            return scheme;
    return nullptr;
}

/// Q4_K is what other programs write, "q4_k" is our id.
const Scheme* schemeFrom(QStringView word)
{
    bool isNumber = false;
    const int bits = word.toInt(&isNumber);
    return isNumber ? schemeWithBits(bits) : schemeNamed(word.toString().toLower());
}

QString widths()
{
    QStringList words;
    for (const Scheme* scheme : schemes())
        if (qstrcmp(scheme->family, "affine") == 0)
            words << QString::number(scheme->codeBits);
    return words.join(QStringLiteral(", "));
}

Error refuse(QStringView text, const QString& reason)
{
    return {
        ErrorCode::InvalidPlan, QStringLiteral("'%1': %2").arg(printable(text, 40), reason), {}};
}

/// "q4_k, q4_0, q4_1", and where a whole model is meant ", the mixes q4_k_m, q4_k_s".
QString nearestNames(QStringView word, bool isDefault)
{
    QStringList types, mixes;
    for (const Scheme* scheme : schemes())
        types << QLatin1StringView(scheme->id);
    for (const NamedRecipe& mix : namedRecipes())
        if (!types.contains(mix.id))
            mixes << mix.id;
    const auto few = [&](const QStringList& names, qsizetype most) {
        return nearestFew(word.toString(), names, most).join(QStringLiteral(", "));
    };
    return few(types, 4) + (isDefault ? QStringLiteral(", the mixes ") + few(mixes, 2) : QString());
}

/// Only what is allowed here is offered, in a message that fits into a line.
QString unknown(QStringView word, bool isDefault)
{
    if (const NamedRecipe* mix = namedRecipe(word))
        return QStringLiteral("is a mix for a whole model; a single type is '%1'").arg(mix->base);
    bool isNumber = false;
    static_cast<void>(word.toDouble(&isNumber));
    const QString others = isDefault ? QStringLiteral("types such as q4_k, mixes such as q4_k_m")
                                     : QStringLiteral("types such as q4_k, and keep");
    return isNumber ? QStringLiteral("no such scheme; there are %1 bits, %2").arg(widths(), others)
                    : QStringLiteral("no such scheme; nearest are %1; or %2 bits%3")
                          .arg(nearestNames(word, isDefault), widths(),
                              isDefault ? QString() : QStringLiteral(", or keep"));
}

Result<Action> parse(QStringView text, bool isDefault)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    const QStringView word = text.left(colon < 0 ? text.size() : colon).trimmed();
    const bool isKeep = word.compare(QLatin1StringView("keep"), Qt::CaseInsensitive) == 0;
    const Scheme* scheme = schemeFrom(word);
    if (!scheme && !isKeep)
        return refuse(text, unknown(word, isDefault));

    Action action{scheme ? QString(QLatin1StringView(scheme->id)) : QString(), {}};
    if (colon < 0)
        return action;
    if (!scheme)
        return refuse(text, QStringLiteral("what is kept has no groups"));
    if (qstrcmp(scheme->family, "affine") != 0)
        return refuse(text, QStringLiteral("this type has no groups to choose"));
    bool isSize = false;
    action.groupSize = text.mid(colon + 1).trimmed().toInt(&isSize);
    if (!isSize || std::ranges::count(groupSizes(), *action.groupSize) == 0)
        return refuse(text, QStringLiteral("group sizes are 32, 64, 128, 256 and 0 (per tensor)"));
    return action;
}

} // namespace

Result<Action> parseAction(QStringView text) { return parse(text, false); }

Result<Action> parseDefault(QStringView text)
{
    if (const NamedRecipe* mix = namedRecipe(text.trimmed()))
        return Action{mix->id, {}};
    return parse(text, true);
}

QString actionText(const Action& action)
{
    if (action.isKeep())
        return QStringLiteral("keep");
    if (!action.groupSize)
        return action.scheme;
    return action.scheme + QLatin1Char(':') + QString::number(*action.groupSize);
}

} // namespace aq
