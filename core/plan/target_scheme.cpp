#include "core/plan/target_scheme.h"

namespace aq {

namespace {

bool isOf(const Scheme& scheme, const char* family) { return qstrcmp(scheme.family, family) == 0; }

bool takes(const Target& target, const Scheme& scheme)
{
    return isOf(scheme, "float") || isOf(scheme, target.family);
}

bool isGgml(const Target& target) { return qstrcmp(target.family, "ggml") == 0; }

const Scheme* affineOf(int bits) { return schemeNamed(QStringLiteral("int%1").arg(bits)); }

/// The type of the named recipe of that width: q4_k for 4.
const Scheme* blocksOf(int bits)
{
    const NamedRecipe* named = namedRecipeWithBits(bits);
    return named ? schemeNamed(named->base) : nullptr;
}

QString noteFor(QStringView word, const QString& meaning)
{
    return QStringLiteral("%1 is %2 here").arg(word, meaning);
}

Meaning withWidth(QStringView word, int bits, const Target& target)
{
    const Scheme* scheme = isGgml(target) ? blocksOf(bits) : affineOf(bits);
    if (!scheme)
        return {};
    return {scheme, nullptr, noteFor(word, QLatin1StringView(scheme->id))};
}

} // namespace

Meaning ruleMeaning(QStringView word, const Target& target)
{
    const Scheme* scheme = schemeNamed(word);
    if (!scheme)
        return {};
    if (takes(target, *scheme))
        return {scheme, nullptr, {}};
    return withWidth(word, scheme->codeBits, target);
}

Meaning defaultMeaning(QStringView word, const Target& target)
{
    const NamedRecipe* named = namedRecipe(word);
    if (named && isGgml(target))
        return {schemeNamed(named->base), named, {}};
    if (named)
        return withWidth(word, named->bits, target);
    Meaning meaning = ruleMeaning(word, target);
    if (meaning.scheme && !meaning.note.isEmpty() && isGgml(target)) {
        meaning.named = namedRecipeWithBits(schemeNamed(word)->codeBits);
        meaning.note = noteFor(word, meaning.named->title);
    }
    return meaning;
}

} // namespace aq
