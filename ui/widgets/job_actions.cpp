#include "ui/widgets/job_actions.h"

#include "ui/theme.h"

#include <QCoreApplication>
#include <QWidget>
#include <algorithm>
#include <array>

namespace aq {
namespace {

struct VerbSpec {
    JobVerb verb;
    const char* text;
    const char* icon;
    const char* about;
    int key;     ///< A QKeyCombination's; 0: none.
    bool forOne; ///< Of several jobs only one makes sense.
};

constexpr int alt(Qt::Key key) { return int(Qt::ALT) | int(key); }

constexpr std::array verbs{
    VerbSpec{JobVerb::ShowReport, QT_TRANSLATE_NOOP("JobActions", "Show &report"), "report",
        QT_TRANSLATE_NOOP("JobActions", "How close the result is (Enter)"), 0, true},
    VerbSpec{JobVerb::Export, QT_TRANSLATE_NOOP("JobActions", "&Export…"), "export",
        QT_TRANSLATE_NOOP("JobActions", "Save the validated file"), 0, true},
    VerbSpec{JobVerb::OpenFolder, QT_TRANSLATE_NOOP("JobActions", "Open &folder"), "open",
        QT_TRANSLATE_NOOP("JobActions", "Open the folder of the exported file"), 0, true},
    VerbSpec{JobVerb::Pause, QT_TRANSLATE_NOOP("JobActions", "&Pause"), "pause",
        QT_TRANSLATE_NOOP("JobActions", "Stop for now; what is done stays done (Space)"), 0, false},
    VerbSpec{JobVerb::Resume, QT_TRANSLATE_NOOP("JobActions", "Res&ume"), "resume",
        QT_TRANSLATE_NOOP("JobActions", "Go on where it was (Space)"), 0, false},
    VerbSpec{JobVerb::Cancel, QT_TRANSLATE_NOOP("JobActions", "&Cancel"), "cancel",
        QT_TRANSLATE_NOOP("JobActions", "End the job; nothing it has written is kept"), 0, false},
    VerbSpec{JobVerb::Retry, QT_TRANSLATE_NOOP("JobActions", "Re&try"), "retry",
        QT_TRANSLATE_NOOP("JobActions", "Run the job again from its beginning"), 0, false},
    VerbSpec{JobVerb::UseModelAnyway,
        QT_TRANSLATE_NOOP("JobActions", "Use the &model as it is now"), "retry",
        QT_TRANSLATE_NOOP(
            "JobActions", "The file has changed since it was queued: take it all the same"),
        0, false},
    VerbSpec{JobVerb::Edit, QT_TRANSLATE_NOOP("JobActions", "E&dit…"), "edit",
        QT_TRANSLATE_NOOP("JobActions", "Change the job's plan on the Plan page"), 0, true},
    VerbSpec{JobVerb::ToTop, QT_TRANSLATE_NOOP("JobActions", "Move to t&op"), "top",
        QT_TRANSLATE_NOOP("JobActions", "Take the job before all others"), 0, false},
    VerbSpec{JobVerb::Up, QT_TRANSLATE_NOOP("JobActions", "Move &up"), "up",
        QT_TRANSLATE_NOOP("JobActions", "Take the job earlier"), alt(Qt::Key_Up), false},
    VerbSpec{JobVerb::Down, QT_TRANSLATE_NOOP("JobActions", "Move dow&n"), "down",
        QT_TRANSLATE_NOOP("JobActions", "Take the job later"), alt(Qt::Key_Down), false},
    VerbSpec{JobVerb::Remove, QT_TRANSLATE_NOOP("JobActions", "Remo&ve"), "remove",
        QT_TRANSLATE_NOOP("JobActions", "Take the job off the list"), int(Qt::Key_Delete), false},
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(JobActions)
};

/// Of several jobs the verb takes those that it fits: one will do.
QString whyNotAny(const VerbSpec& spec, const std::vector<QueueRow>& rows)
{
    if (rows.empty())
        return Words::tr("Select a job first");
    if (spec.forOne && rows.size() > 1)
        return Words::tr("Select one job only");
    QString why;
    for (const QueueRow& row : rows) {
        const QString reason = whyNot(spec.verb, row);
        if (reason.isEmpty())
            return {};
        why = reason;
    }
    return why;
}

} // namespace

JobActions::JobActions(QWidget& where)
    : QObject(&where)
{
    for (const VerbSpec& spec : verbs) {
        auto* action
            = new QAction(themeIcon(QLatin1StringView(spec.icon)), Words::tr(spec.text), this);
        if (spec.key != 0)
            action->setShortcut(QKeySequence(spec.key));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        where.addAction(action);
        connect(action, &QAction::triggered, this, [this, &spec] { Q_EMIT triggered(spec.verb); });
        m_actions.push_back(action);
    }
    setSelection({}, false, false);
}

void JobActions::setSelection(const std::vector<QueueRow>& rows, bool first, bool last)
{
    for (const VerbSpec& spec : verbs) {
        QString why = whyNotAny(spec, rows);
        if (first && (spec.verb == JobVerb::Up || spec.verb == JobVerb::ToTop))
            why = Words::tr("The job is the first");
        if (last && spec.verb == JobVerb::Down)
            why = Words::tr("The job is the last");
        QAction& action = this->action(spec.verb);
        action.setEnabled(why.isEmpty());
        const QString key = action.shortcut().toString(QKeySequence::NativeText);
        const QString about = key.isEmpty()
            ? Words::tr(spec.about)
            : Words::tr("%1 (%2)", "hint (shortcut)").arg(Words::tr(spec.about), key);
        action.setToolTip(why.isEmpty() ? about : why);
    }
}

} // namespace aq
