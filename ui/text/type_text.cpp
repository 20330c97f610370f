#include "ui/text/type_text.h"

#include "core/io/format.h"
#include "core/plan/target_scheme.h"

#include <QCoreApplication>

namespace aq {
namespace {

struct Types {
    Q_DECLARE_TR_FUNCTIONS(Types)
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
