#include "app/help_part.h"

#include "app/guide.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/report_page.h"
#include "ui/widgets/message_bar.h"

#include <QCoreApplication>
#include <QWhatsThisClickedEvent>

namespace aq {

/// What has no words of its own shows those of what it is in.
HelpPart::HelpPart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
{
    shell.planPage().setWhatsThis(
        tr("The table lists every tensor with the type it will get and why. At the right stands "
           "what you wish: a profile or a type, rules for names, and what is kept as it is. Every "
           "step can be undone."));
    shell.reportPage().setWhatsThis(
        tr("The written file was opened again and every tensor compared with the source. Tensors "
           "that miss a limit come first; the limits can be changed."));
    shell.messages().setWhatsThis(
        tr("What happened, and what you can do about it. F6 leads here, Escape closes it."));
    QCoreApplication::instance()->installEventFilter(this);
}

bool HelpPart::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::WhatsThisClicked)
        return QObject::eventFilter(watched, event);
    const QString scheme = QStringLiteral("guide:");
    const QString target = static_cast<QWhatsThisClickedEvent*>(event)->href();
    if (target.startsWith(scheme))
        showGuide(&m_shell.window(), target.sliced(scheme.size()));
    return true;
}

} // namespace aq
