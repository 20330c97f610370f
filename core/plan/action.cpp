#include "core/base/printable.h"
#include "core/plan/named_recipe.h"
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

QString allowed()
{
    QStringList words{QStringLiteral("keep")};
    for (const Scheme* scheme : schemes())
        words << QLatin1StringView(scheme->id);
    return words.join(QStringLiteral(", "));
}

Error refuse(QStringView text, const QString& reason)
{
    return {ErrorCode::InvalidPlan,
        QStringLiteral("'%1': %2; use a number of bits, or one of %3, and ':' with a group size")
            .arg(printable(text), reason, allowed()),
        {}};
}

QString unknown(QStringView word)
{
    const NamedRecipe* mix = namedRecipe(word);
    return mix ? QStringLiteral("is a mix for a whole model; a single type is '%1'").arg(mix->base)
               : QStringLiteral("no such scheme");
}

} // namespace

Result<Action> parseAction(QStringView text)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    const QStringView word = text.left(colon < 0 ? text.size() : colon).trimmed();
    const bool isKeep = word.compare(QLatin1StringView("keep"), Qt::CaseInsensitive) == 0;
    const Scheme* scheme = schemeFrom(word);
    if (!scheme && !isKeep)
        return refuse(text, unknown(word));

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

Result<Action> parseDefault(QStringView text)
{
    if (const NamedRecipe* mix = namedRecipe(text.trimmed()))
        return Action{mix->id, {}};
    return parseAction(text);
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
