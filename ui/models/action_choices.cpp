#include "ui/models/action_choices.h"

#include "ui/text/plan_text.h"

#include <QCoreApplication>

namespace aq {

QList<const Scheme*> schemesFor(const Target* target)
{
    QList<const Scheme*> fitting;
    for (const Scheme* scheme : schemes()) {
        if (!target || qstrcmp(scheme->family, target->family) == 0)
            fitting << scheme;
    }
    return fitting;
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
