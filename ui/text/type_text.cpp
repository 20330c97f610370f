#include "ui/text/type_text.h"

#include "core/io/format.h"
#include "core/plan/target_scheme.h"

#include <QCoreApplication>

namespace aq {
namespace {

struct Types {
    Q_DECLARE_TR_FUNCTIONS(Types)
};

/// The sentences of resources/recipes/gguf.json, for translators; a test compares them.
[[maybe_unused]] constexpr const char* mixSentences[] = {
    QT_TRANSLATE_NOOP("NamedRecipes", "Eight bits: hardly to be told from the original."),
    QT_TRANSLATE_NOOP("NamedRecipes", "Six bits: close to Q8_0 in three quarters of the space."),
    QT_TRANSLATE_NOOP("NamedRecipes", "Five bits, values and fused attention in six."),
    QT_TRANSLATE_NOOP("NamedRecipes", "Five bits."),
    QT_TRANSLATE_NOOP(
        "NamedRecipes", "Five bits with a minimum per block, for readers without K types."),
    QT_TRANSLATE_NOOP("NamedRecipes", "Five bits for readers without K types."),
    QT_TRANSLATE_NOOP("NamedRecipes",
        "Four bits, the layers that suffer most in five and six: what most people take."),
    QT_TRANSLATE_NOOP("NamedRecipes", "Four bits, a few layers in five."),
    QT_TRANSLATE_NOOP("NamedRecipes", "Four bits on an uneven grid, rows of any multiple of 32."),
    QT_TRANSLATE_NOOP("NamedRecipes", "Four bits on an uneven grid, a little smaller than Q4_K."),
    QT_TRANSLATE_NOOP(
        "NamedRecipes", "Four bits with a minimum per block, for readers without K types."),
    QT_TRANSLATE_NOOP("NamedRecipes", "Four bits for readers without K types."),
    QT_TRANSLATE_NOOP("NamedRecipes", "Three bits, the layers that suffer most in four and five."),
    QT_TRANSLATE_NOOP("NamedRecipes", "Three bits, the layers that suffer most in four."),
    QT_TRANSLATE_NOOP("NamedRecipes", "Three bits."),
    QT_TRANSLATE_NOOP("NamedRecipes",
        "Two bits, attention values in three: the smallest that most programs load."),
};

} // namespace

QString targetTitle(const QString& id)
{
    const Target* target = targetNamed(id);
    return target ? QCoreApplication::translate("Targets", target->title) : id;
}

QString formatTitle(const Format& format)
{
    return QCoreApplication::translate("Formats", format.title);
}

QString hardwareText(const Profile& profile)
{
    return QCoreApplication::translate("Profiles", profile.hardware);
}

QString mixAbout(const NamedRecipe& mix)
{
    return QCoreApplication::translate("NamedRecipes", mix.about.toUtf8().constData());
}

QString readerFloor(const Target& target)
{
    const Consumer* reader
        = target.consumer ? consumerNamed(QString::fromLatin1(target.consumer)) : nullptr;
    return reader ? Types::tr("%1 or later").arg(QString::fromUtf8(reader->since)) : QString();
}

QString targetAbout(const Target& target)
{
    const QString about = QCoreApplication::translate("Targets", target.about),
                  floor = readerFloor(target);
    return floor.isEmpty() ? about : Types::tr("%1 Needs %2.").arg(about, floor);
}

QString typeTitle(const QString& word, const Target* target)
{
    if (!target) {
        const Scheme* scheme = schemeNamed(word);
        return scheme ? QString::fromUtf8(scheme->title) : word;
    }
    const Meaning meaning = defaultMeaning(word, *target);
    return meaning.named ? meaning.named->title
        : meaning.scheme ? QString::fromUtf8(meaning.scheme->title)
                         : word;
}

double blockBits(const Scheme& scheme)
{
    if (scheme.blockElements == 0)
        return qstrcmp(scheme.family, "float") == 0 ? scheme.codeBits : 0;
    const RowLayout block = scheme.layout(scheme.blockElements, {});
    return 8.0 * double(block.codesBytes) / scheme.blockElements;
}

bool isQuantized(const TensorPlan& plan)
{
    return plan.scheme && qstrcmp(plan.scheme->family, "float") != 0;
}

QString searchText(Search search)
{
    switch (search) {
    case Search::None:
        return Types::tr("None");
    case Search::Balanced:
        return Types::tr("Balanced");
    case Search::Best:
        return Types::tr("Best");
    }
    return {};
}

QString searchAbout(Search search)
{
    switch (search) {
    case Search::None:
        return Types::tr(
            "Scales follow from the largest weights: the fastest, and the largest error.");
    case Search::Balanced:
        return Types::tr(
            "A few ranges are tried and the scale is fitted once: nearly the best, at about "
            "half the speed.");
    case Search::Best:
        return Types::tr(
            "Many ranges are tried and the scales fitted: the smallest error, several times "
            "slower.");
    }
    return {};
}

} // namespace aq
