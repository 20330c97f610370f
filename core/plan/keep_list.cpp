#include "core/plan/keep_list.h"

#include <QLatin1StringView>
#include <QStringList>
#include <array>

namespace aq {

namespace {

enum class Where {
    Inside, ///< Anywhere in a part: "patch_embed", "final_layernorm".
    Start,  ///< A part begins with it: "ln_1".
    Part,   ///< It is a part: "transformer.wte.weight".
    Owner   ///< It is the module that holds the parameter: "output.weight".
};
struct Sensitive {
    const char* word;
    Where where;
};
constexpr std::array words{
    Sensitive{"embed", Where::Inside},
    Sensitive{"norm", Where::Inside},
    Sensitive{"ln_", Where::Start},
    Sensitive{"wte", Where::Part},
    Sensitive{"wpe", Where::Part},
    Sensitive{"lm_head", Where::Part},
    Sensitive{"head", Where::Part},
    Sensitive{"pooler", Where::Part},
    Sensitive{"output", Where::Owner},
};

bool matches(const Sensitive& sensitive, QStringView part, bool isOwner)
{
    const QLatin1StringView word(sensitive.word);
    switch (sensitive.where) {
    case Where::Inside:
        return part.contains(word);
    case Where::Start:
        return part.startsWith(word);
    case Where::Part:
        return part == word;
    case Where::Owner:
        return isOwner && part == word;
    }
    return false;
}

} // namespace

QString sensitiveWord(const QString& name)
{
    const QString lower = name.toLower();
    const auto parts = QStringView(lower).split(u'.');
    const qsizetype owner = std::max<qsizetype>(0, parts.size() - 2);
    for (const Sensitive& sensitive : words)
        for (qsizetype i = 0; i < parts.size(); ++i)
            if (matches(sensitive, parts[i], i == owner))
                return QLatin1StringView(sensitive.word);
    return {};
}

} // namespace aq
